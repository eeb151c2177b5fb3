/// <reference lib="dom" />
import { useEffect, useState } from "preact/hooks";
import type { UserMessage } from "../../language/user_message.ts";
import { type Engine, startEngine } from "../engine/engine.ts";
import { pageMessages as messages } from "./messages.ts";
import { messageOf } from "./sentence.ts";

/** Backends that the address of the page can ask for. */
const backendNames = ["webgpu", "wasm", "cpu"] as const;

/** The model, as soon as it has started. */
export interface StartingEngine {
  readonly engine: Engine | null;
  /** How much of the model has arrived, 0 to 1. */
  readonly fraction: number;
  /** Why it does not start. */
  readonly problem: UserMessage | null;
}

/** Starts the model with the page, on the backend that its address asks for: `?backend=wasm`. */
export function useEngine(): StartingEngine {
  const [engine, setEngine] = useState<Engine | null>(null);
  const [fraction, setFraction] = useState(0);
  const [problem, setProblem] = useState<UserMessage | null>(null);
  useEffect(() => {
    if (location.protocol === "file:") return setProblem(messages.openedAsFile());
    const wanted = new URL(location.href).searchParams.get("backend");
    const backend = backendNames.find((name) => name === wanted) ?? "auto";
    startEngine({ worker: new URL("worker.js", location.href), backend, onProgress: setFraction })
      .then(setEngine, (error) => setProblem(messageOf(error)));
  }, []);
  return { engine, fraction, problem };
}
