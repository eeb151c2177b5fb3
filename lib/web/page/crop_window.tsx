/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import { useId, useRef, useState } from "preact/hooks";
import { cropMessages as messages } from "./crop_messages.ts";
import { useTranslate } from "./language.ts";
import { cutSquare } from "./cut_square.ts";
import { imageMessages } from "./image_messages.ts";
import { moveSquare, type Square, squareOf } from "./square.ts";
import { Window } from "./window.tsx";

/** How far an arrow key moves the image, as a fraction of the square. */
const step = 0.05;
const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** A window that cuts a square out of an image. */
export function CropWindow(
  { name, url, onCrop, onClose }: {
    /** What the image is called. */
    readonly name: string;
    /** The address of the image. */
    readonly url: string;
    readonly onCrop: (image: Blob) => void;
    readonly onClose: () => void;
  },
) {
  const translate = useTranslate(), id = useId();
  const image = useRef<HTMLImageElement>(null);
  const [zoom, setZoom] = useState(1);
  const [square, setSquare] = useState<Square | null>(null);
  const size = () => ({ width: image.current!.naturalWidth, height: image.current!.naturalHeight });
  /** Moves the square by fractions of its side. */
  const move = (x: number, y: number) =>
    square && setSquare(moveSquare(square, size(), [x * square.side, y * square.side]));
  return (
    <Window heading={translate(messages.heading({ name }))} onClose={onClose}>
      <div
        class="cropper"
        role="application"
        tabIndex={0}
        aria-label={translate(messages.hint())}
        onKeyDown={(event) => {
          const arrow = arrows[event.key];
          if (!arrow) return;
          event.preventDefault();
          move(...arrow);
        }}
        onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
        onPointerMove={({ buttons, movementX, movementY, currentTarget: { clientWidth } }) =>
          buttons > 0 && move(-movementX / clientWidth, -movementY / clientWidth)}
      >
        <img
          ref={image}
          src={url}
          alt=""
          draggable={false}
          onLoad={() => setSquare(squareOf(size(), 1))}
          style={square
            ? {
              width: `${100 * size().width / square.side}%`,
              left: `${-100 * square.left / square.side}%`,
              top: `${-100 * square.top / square.side}%`,
            }
            : undefined}
        />
      </div>
      <p class="hint">{translate(messages.hint())}</p>
      <label class="zoom" for={id}>{translate(messages.zoom())}</label>
      <input
        id={id}
        type="range"
        min={1}
        max={8}
        step={0.05}
        value={zoom}
        onInput={({ currentTarget }) => {
          const zoom = Number(currentTarget.value);
          setZoom(zoom);
          if (square) setSquare(squareOf(size(), zoom, square));
        }}
      />
      <div class="buttons">
        <button
          type="button"
          class="primary"
          disabled={!square}
          onClick={async () => {
            onCrop(await cutSquare(image.current!, square!));
            onClose();
          }}
        >
          {translate(messages.use())}
        </button>
        <button type="button" onClick={onClose}>{translate(imageMessages.cancel())}</button>
      </div>
    </Window>
  );
}
