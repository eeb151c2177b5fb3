/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import { useEffect, useState } from "preact/hooks";
import { type Candidate, type Identification, identify } from "../../identification/identify.ts";
import type { UserMessage } from "../../language/user_message.ts";
import type { Engine } from "../engine/engine.ts";
import { CameraWindow } from "./camera_window.tsx";
import { compareMessages } from "./compare_messages.ts";
import type { EnrolledPerson } from "./gallery_store.ts";
import { IdentityName } from "./identity_name.tsx";
import { useTranslate } from "./language.ts";
import { Notice } from "./notice.tsx";
import { messageOf, sentence } from "./sentence.ts";
import { SimilarityScale } from "./similarity_scale.tsx";
import { middleSquare } from "./cut_square.ts";
import { useCamera } from "./use_camera.ts";
import { whoMessages as messages } from "./who_messages.ts";

/** Milliseconds between two frames, at least: enough to read a name, and to keep a phone cool. */
const pause = 250;

/** Who the camera sees, a few times a second. */
export function LiveWindow(
  { engine, people, threshold, onClose }: {
    readonly engine: Engine;
    readonly people: readonly EnrolledPerson[];
    readonly threshold: number;
    readonly onClose: () => void;
  },
) {
  const translate = useTranslate(), camera = useCamera();
  const [found, setFound] = useState<Identification<EnrolledPerson> | null>(null);
  const [milliseconds, setMilliseconds] = useState(0);
  const [problem, setProblem] = useState<UserMessage | null>(null);
  useEffect(() => {
    if (!camera.ready) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const video = camera.video.current!, { left, top, side } = middleSquare(video);
      const frame = await createImageBitmap(video, left, top, side, side);
      const { embedding, milliseconds } = await engine.embed(frame).finally(() => frame.close());
      if (timer === undefined) return;
      setFound(identify(people, embedding, threshold));
      setMilliseconds(milliseconds);
      timer = setTimeout(start, pause);
    };
    const start = () => void look().catch((error) => setProblem(messageOf(error)));
    timer = setTimeout(start, 0);
    return () => {
      clearTimeout(timer);
      timer = undefined;
    };
  }, [camera.ready, people, threshold]);
  const { best, runnerUp } = found ?? {};
  const named = ({ person: { name }, similarity }: Candidate) =>
    translate(messages.candidate({ name, similarity: similarity.toFixed(4) }));
  const below = (
    <div class="live">
      {problem && <Notice>{sentence(translate, problem)}</Notice>}
      <div role="status">{found && <IdentityName found={found} />}</div>
      {best && (
        <>
          <SimilarityScale similarity={best.similarity} threshold={threshold} />
          <p class="hint">
            {[
              named(best),
              ...runnerUp ? [`${translate(messages.runnerUp())}: ${named(runnerUp)}`] : [],
              translate(compareMessages.milliseconds({
                time: Math.max(1, Math.round(milliseconds)),
              })),
            ].join(" · ")}
          </p>
        </>
      )}
    </div>
  );
  return (
    <CameraWindow
      heading={translate(messages.liveHeading())}
      camera={camera}
      below={camera.problem ? undefined : below}
      onClose={onClose}
    />
  );
}
