/// <reference lib="dom" />
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { UserMessage } from "../../language/user_message.ts";
import type { Engine } from "../engine/engine.ts";
import { messageOf } from "./sentence.ts";

/** An image that the page shows, and what the model makes of it. */
export interface EmbeddedImage {
  /** The address of the image, while it is shown. */
  readonly url: string;
  /** Null until the model has embedded it, and if it cannot be opened. */
  readonly embedding: Float32Array | null;
  /** How long the model took. */
  readonly milliseconds: number;
  /** Why it cannot be opened. */
  readonly problem: UserMessage | null;
}

/** An image that is shown and embedded as soon as it is set; another takes its place. */
export function useEmbedding(
  engine: Engine,
): [image: EmbeddedImage | null, setImage: (image: Blob | null) => void] {
  const [shown, setShown] = useState<EmbeddedImage | null>(null);
  const latest = useRef("");
  const setImage = useCallback(async (image: Blob | null) => {
    URL.revokeObjectURL(latest.current);
    if (!image) {
      latest.current = "";
      return setShown(null);
    }
    const url = latest.current = URL.createObjectURL(image);
    const show = (more: Partial<EmbeddedImage>) =>
      latest.current === url &&
      setShown({ url, embedding: null, milliseconds: 0, problem: null, ...more });
    show({});
    try {
      show(await engine.embed(image));
    } catch (error) {
      show({ problem: messageOf(error) });
    }
  }, [engine]);
  useEffect(() => () => URL.revokeObjectURL(latest.current), []);
  return [shown, setImage];
}
