/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import type { ComponentChildren } from "preact";
import { cameraMessages as messages } from "./camera_messages.ts";
import { useTranslate } from "./language.ts";
import { Notice } from "./notice.tsx";
import { sentence } from "./sentence.ts";
import type { Camera } from "./use_camera.ts";
import { Window } from "./window.tsx";

/** A window with what a camera sees, the buttons that turn and close it, and what else is inside. */
export function CameraWindow(
  { heading, camera, below, onClose, children }: {
    readonly heading: string;
    readonly camera: Camera;
    /** Below what the camera sees. */
    readonly below?: ComponentChildren;
    readonly onClose: () => void;
    /** More buttons. */
    readonly children?: ComponentChildren;
  },
) {
  const translate = useTranslate();
  return (
    <Window heading={heading} onClose={onClose}>
      {camera.problem ? <Notice>{sentence(translate, camera.problem)}</Notice> : (
        <>
          <video
            ref={camera.video}
            class={camera.facing === "user" ? "viewfinder mirrored" : "viewfinder"}
            aria-label={heading}
            autoplay
            playsInline
            muted
          />
          <p class="hint">{translate(messages.hint())}</p>
        </>
      )}
      {below}
      <div class="buttons">
        {children}
        <button type="button" onClick={camera.turn}>{translate(messages.switch())}</button>
        <button type="button" onClick={onClose}>{translate(messages.close())}</button>
      </div>
    </Window>
  );
}
