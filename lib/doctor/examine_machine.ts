import { allChecks } from "../../kernels/checks/all_checks.ts";
import type { KernelCheck } from "../../kernels/checks/kernel_check.ts";
import { isFor, type KernelVerdict, runChecks } from "../../kernels/checks/run_checks.ts";
import { type BackendName, openBackend } from "../backends/open_backend.ts";
import { UserError } from "../language/user_error.ts";
import type { UserMessage } from "../language/user_message.ts";
import { advise } from "./advise.ts";
import type { BackendVerdict, Diagnosis } from "./diagnosis.ts";
import { machineFacts } from "./machine_facts.ts";

/** Options of {@linkcode examineMachine}. */
export interface ExamineOptions {
  /** An existing folder on the disk where the runs go. */
  readonly folder: string;
  /** The checks to run; all by default. */
  readonly checks?: readonly KernelCheck[];
  /** Called before the kernels of a backend are checked, with their number. */
  readonly onBackend?: (name: BackendName, kernels: number) => void;
}

const names: readonly BackendName[] = ["webgpu", "wasm", "cpu"];

/**
 * Finds out what this machine offers, and checks every kernel against its reference on it.
 *
 * @example
 * ```ts
 * import { examineMachine, formatMessage } from "@futago/futago";
 *
 * // All kernels are checked without `checks`, which takes half a minute.
 * const { ok, chosen, advice } = await examineMachine({ folder: ".", checks: [] });
 * console.log(ok, chosen?.name, advice.map((message) => formatMessage(message)));
 * ```
 */
export async function examineMachine(
  { folder, checks = allChecks, onBackend }: ExamineOptions,
): Promise<Diagnosis> {
  const machine = await machineFacts(folder);
  const backends: BackendVerdict[] = [];
  const kernels: KernelVerdict[] = [];
  for (const name of names) {
    try {
      const backend = await openBackend(name);
      onBackend?.(name, checks.filter((check) => isFor(check, backend)).length);
      kernels.push(...await runChecks(checks, backend));
      backends.push({ name, works: true });
    } catch (error) {
      backends.push({ name, works: false, error: messageOf(error) });
    }
  }
  const chosen = await openBackend("auto").then(
    ({ name, reason }) => ({ name, reason }),
    () => null,
  );
  const ok = chosen !== null && kernels.every(({ ok }) => ok);
  const advice = advise({ machine, backends, kernels });
  return { ok, machine, backends, chosen, kernels, advice };
}

function messageOf(error: unknown): string | UserMessage {
  if (error instanceof UserError && "code" in error.userMessage) return error.userMessage;
  return error instanceof Error ? error.message : String(error);
}
