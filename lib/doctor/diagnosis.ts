import type { KernelVerdict } from "../../kernels/checks/run_checks.ts";
import type { BackendName } from "../backends/open_backend.ts";
import type { UserMessage } from "../language/user_message.ts";
import type { MachineFacts } from "./machine_facts.ts";

/** Whether a backend starts. */
export interface BackendVerdict {
  /** Its name. */
  readonly name: BackendName;
  /** True where it starts. */
  readonly works: boolean;
  /** Why it does not start. */
  readonly error?: string | UserMessage;
}

/** What a machine offers to training, and what is wrong with it. */
export interface Diagnosis {
  /** True where training is possible: no kernel is wrong, and a backend works. */
  readonly ok: boolean;
  /** What the machine offers. */
  readonly machine: MachineFacts;
  /** Whether each backend starts. */
  readonly backends: readonly BackendVerdict[];
  /** The backend that "auto" takes, and why; null where none works. */
  readonly chosen: { readonly name: BackendName; readonly reason: UserMessage } | null;
  /** Every kernel of our own on every backend that works. */
  readonly kernels: readonly KernelVerdict[];
  /** What to do about each thing that is missing or wrong. */
  readonly advice: readonly UserMessage[];
}
