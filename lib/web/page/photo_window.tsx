/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import { CameraWindow } from "./camera_window.tsx";
import { cameraMessages as messages } from "./camera_messages.ts";
import { useTranslate } from "./language.ts";
import { middleSquare, useCamera } from "./use_camera.ts";

/** A window that takes photos: squares of what the camera sees. */
export function PhotoWindow(
  { heading, onPhoto, onClose }: {
    readonly heading: string;
    readonly onPhoto: (photo: Blob) => void;
    readonly onClose: () => void;
  },
) {
  const translate = useTranslate(), camera = useCamera();
  return (
    <CameraWindow heading={heading} camera={camera} onClose={onClose}>
      <button
        type="button"
        class="primary"
        disabled={!camera.ready}
        onClick={async () => {
          onPhoto(await photograph(camera.video.current!));
          onClose();
        }}
      >
        {translate(messages.take())}
      </button>
    </CameraWindow>
  );
}

/** What the camera sees, as a file. */
function photograph(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement("canvas");
  const [left, top, width, height] = middleSquare(video);
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")!.drawImage(video, left, top, width, height, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), "image/jpeg", 0.95));
}
