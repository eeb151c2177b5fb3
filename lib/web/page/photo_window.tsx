/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import type { ComponentChildren } from "preact";
import { cameraMessages as messages } from "./camera_messages.ts";
import { CameraWindow } from "./camera_window.tsx";
import { cutSquare, middleSquare } from "./cut_square.ts";
import { useTranslate } from "./language.ts";
import { useCamera } from "./use_camera.ts";

/** A window that takes photos: the square in the middle of what the camera sees. */
export function PhotoWindow(
  { heading, below, onPhoto, onClose }: {
    readonly heading: string;
    /** What came of earlier photos. */
    readonly below?: ComponentChildren;
    readonly onPhoto: (photo: Blob) => void;
    readonly onClose: () => void;
  },
) {
  const translate = useTranslate(), camera = useCamera();
  return (
    <CameraWindow heading={heading} camera={camera} below={below} onClose={onClose}>
      <button
        type="button"
        class="primary"
        disabled={!camera.ready}
        onClick={async () => {
          const video = camera.video.current!;
          onPhoto(await cutSquare(video, middleSquare(video)));
        }}
      >
        {translate(messages.take())}
      </button>
    </CameraWindow>
  );
}
