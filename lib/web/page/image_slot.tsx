/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import { useState } from "preact/hooks";
import { FileButton } from "./file_button.tsx";
import { imageMessages as messages } from "./image_messages.ts";
import { useTranslate } from "./language.ts";
import { Notice } from "./notice.tsx";
import { PhotoWindow } from "./photo_window.tsx";
import { sentence } from "./sentence.ts";
import type { EmbeddedImage } from "./use_embedding.ts";

/**
 * A place for an image: from a file, by drop, or from the camera.
 *
 * @param props.name what the image is called, such as "the first image"
 */
export function ImageSlot(
  { name, image, onImage }: {
    readonly name: string;
    readonly image: EmbeddedImage | null;
    readonly onImage: (image: Blob | null) => void;
  },
) {
  const translate = useTranslate();
  const [camera, setCamera] = useState(false), [over, setOver] = useState(false);
  return (
    <div
      class={over ? "slot over" : "slot"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file) onImage(file);
      }}
    >
      <div class={image ? "frame" : "frame empty"} aria-busy={!!image && isPending(image)}>
        {image && !image.problem && <img src={image.url} alt={name} />}
        {image?.problem && <Notice>{sentence(translate, image.problem)}</Notice>}
        {!image && <span>{translate(messages.drop())}</span>}
        {image && (
          <button
            type="button"
            class="remove"
            aria-label={translate(messages.remove()) + translate(messages.of({ name }))}
            onClick={() => onImage(null)}
          >
            ×
          </button>
        )}
      </div>
      <div class="buttons">
        <FileButton
          label={translate(messages.choose())}
          of={name}
          onFiles={([file]) => onImage(file!)}
        />
        <button type="button" onClick={() => setCamera(true)}>
          {translate(messages.camera())}
          <span class="unseen">{translate(messages.of({ name }))}</span>
        </button>
      </div>
      {camera && (
        <PhotoWindow
          heading={translate(messages.photo({ name }))}
          onPhoto={onImage}
          onClose={() => setCamera(false)}
        />
      )}
    </div>
  );
}

function isPending({ embedding, problem }: EmbeddedImage): boolean {
  return !embedding && !problem;
}
