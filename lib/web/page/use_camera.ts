/// <reference lib="dom" />
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { UserMessage } from "../../language/user_message.ts";
import { cameraMessages as messages } from "./camera_messages.ts";

/** The side of a phone that a camera is on: `user` for the one beside the screen. */
export type Facing = "user" | "environment";

/** A camera that is open while its component is shown. */
export interface Camera {
  /** Shows what the camera sees. */
  readonly video: RefObject<HTMLVideoElement | null>;
  /** True once there is something to see. */
  readonly ready: boolean;
  /** Why it does not open; null if it does. */
  readonly problem: UserMessage | null;
  /** The side that was asked for. */
  readonly facing: Facing;
  /** Opens the camera of the other side. */
  readonly turn: () => void;
}

/** Opens a camera, and closes it with the component. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [facing, setFacing] = useState<Facing>("user");
  const [ready, setReady] = useState(false);
  const [problem, setProblem] = useState<UserMessage | null>(null);
  useEffect(() => {
    let closed = false, stream: MediaStream | undefined;
    setReady(false);
    setProblem(null);
    openCamera(facing).then(async (opened) => {
      stream = opened;
      if (closed) return stop(opened);
      video.current!.srcObject = opened;
      await video.current!.play();
      if (!closed) setReady(true);
    }).catch((error) => closed || setProblem(problemOf(error)));
    return () => {
      closed = true;
      if (stream) stop(stream);
    };
  }, [facing]);
  const turn = () => setFacing(facing === "user" ? "environment" : "user");
  return { video, ready, problem, facing, turn };
}

function openCamera(facingMode: Facing): Promise<MediaStream> {
  if (!navigator.mediaDevices) return Promise.reject(new DOMException("", "SecurityError"));
  const video = { facingMode, width: { ideal: 1280 }, height: { ideal: 960 } };
  return navigator.mediaDevices.getUserMedia({ video });
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function problemOf(error: Error): UserMessage {
  switch (error.name) {
    case "SecurityError":
      return messages.insecure();
    case "NotAllowedError":
      return messages.refused();
    case "NotFoundError":
      return messages.missing();
    default:
      return messages.failed({ detail: error.message || error.name });
  }
}
