/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import { useState } from "preact/hooks";
import type { UserMessage } from "../../language/user_message.ts";
import { CropWindow } from "./crop_window.tsx";
import { FileButton } from "./file_button.tsx";
import { imageMessages as messages } from "./image_messages.ts";
import { useTranslate } from "./language.ts";
import { Notice } from "./notice.tsx";
import { PhotoWindow } from "./photo_window.tsx";
import { capitalize, sentence } from "./sentence.ts";
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
  const [camera, setCamera] = useState(false), [cropping, setCropping] = useState(false);
  const [over, setOver] = useState(false);
  /** What a button is for, for those who hear the page. */
  const labelOf = (label: UserMessage) => translate(messages.labelOf({ label, name }));
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
        {!image && (
          <p>
            <b>{capitalize(name)}</b>
            <span class="drop">{translate(messages.drop())}</span>
          </p>
        )}
        {image && !image.problem && (
          <>
            <button
              type="button"
              class="remove"
              aria-label={labelOf(messages.remove())}
              onClick={() => onImage(null)}
            >
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="M6 6l12 12M18 6L6 18" />
              </svg>
            </button>
            <button
              type="button"
              class="crop"
              aria-label={labelOf(messages.crop())}
              onClick={() => setCropping(true)}
            >
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="M7 2v15h15M2 7h15v15" />
              </svg>
            </button>
          </>
        )}
      </div>
      <div class="buttons">
        <FileButton
          label={messages.choose()}
          of={name}
          onFiles={([file]) => onImage(file!)}
        />
        <button
          type="button"
          aria-label={labelOf(messages.camera())}
          onClick={() => setCamera(true)}
        >
          {translate(messages.camera())}
        </button>
      </div>
      {cropping && image && (
        <CropWindow
          name={name}
          url={image.url}
          onCrop={onImage}
          onClose={() => setCropping(false)}
        />
      )}
      {camera && (
        <PhotoWindow
          heading={translate(messages.photo({ name }))}
          onPhoto={(photo) => {
            onImage(photo);
            setCamera(false);
          }}
          onClose={() => setCamera(false)}
        />
      )}
    </div>
  );
}

function isPending({ embedding, problem }: EmbeddedImage): boolean {
  return !embedding && !problem;
}
