import { type BackendName, openBackend } from "../backends/open_backend.ts";
import type { Message } from "../language/message.ts";
import { advise } from "./advise.ts";
import { isFor, type KernelVerdict, runChecks } from "../../kernels/checks/run_checks.ts";
import { allChecks } from "../../kernels/checks/all_checks.ts";
import type { KernelCheck } from "../../kernels/checks/kernel_check.ts";
import { type MachineFacts, machineFacts } from "./machine_facts.ts";

/** Whether a backend starts. */
export interface BackendVerdict {
  readonly name: BackendName;
  readonly works: boolean;
  /** Why it does not. */
  readonly error?: string;
}

/** What a machine offers to training, and what is wrong with it. */
export interface Diagnosis {
  /** True where no kernel is wrong and some backend works, so that training is possible. */
  readonly ok: boolean;
  readonly machine: MachineFacts;
  readonly backends: readonly BackendVerdict[];
  /** What `--backend auto` takes, and why; null where it takes none. */
  readonly chosen: { readonly name: BackendName; readonly reason: string } | null;
  /** Every kernel of our own on every backend that works. */
  readonly kernels: readonly KernelVerdict[];
  /** What to do about each thing that is missing or wrong. */
  readonly advice: readonly Message[];
}

/** What {@linkcode examineMachine} goes by. */
export interface ExamineOptions {
  /** An existing one, on the disk where the runs go. */
  readonly folder: string;
  /** Those to check; all that there are by default. */
  readonly checks?: readonly KernelCheck[];
  /** Told before a backend's kernels are checked. */
  readonly onBackend?: (name: BackendName, kernels: number) => void;
}

const names: readonly BackendName[] = ["webgpu", "wasm", "cpu"];

/** Finds out what this machine offers, and checks every kernel against its reference on it. */
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
      const text = error instanceof Error ? error.message : String(error);
      backends.push({ name, works: false, error: text });
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
