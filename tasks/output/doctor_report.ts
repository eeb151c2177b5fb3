import type {
  AdapterFacts,
  Diagnosis,
  KernelVerdict,
  WebGpuImplementation,
} from "../../lib/doctor/mod.ts";
import { translate } from "../language/language.ts";
import { wrap } from "../language/wrap.ts";
import { doctorReportMessages as messages } from "./doctor_messages.ts";
import { renderTable } from "./table.ts";

type Row = [name: string, value: string];

/** Renders what a machine offers and what is wrong with it, for people to read. */
export function doctorReport({ ok, machine, chosen, kernels, advice }: Diagnosis): string {
  const { versions, system, cores, memory, diskFree, adapter, webGpu, webAssembly } = machine;
  const none = translate(messages.none());
  const available = { total: size(memory.total), available: size(memory.available) };
  const facts: Row[] = [
    ["Futago", versions.futago],
    ["Deno, V8", `${versions.deno}, ${versions.v8}`],
    ["TensorFlow.js", versions.tensorflow],
    [translate(messages.system()), `${system.os} ${system.release}, ${system.architecture}`],
    [translate(messages.cores()), `${cores}`],
    [translate(messages.memory()), translate(messages.memoryAvailable(available))],
    [
      translate(messages.diskFree()),
      diskFree === null ? translate(messages.unknown()) : size(diskFree),
    ],
    [translate(messages.adapter()), adapter?.name ?? none],
    ...adapter ? adapterRows(adapter, webGpu) : [],
    [translate(messages.simd()), yesOrNo(webAssembly.simd)],
    [translate(messages.threads()), `${webAssembly.threads}`],
    [
      translate(messages.autoBackend({ backend: { option: "backend" } })),
      chosen ? `${chosen.name}: ${translate(chosen.reason)}` : none,
    ],
  ];
  return [
    renderTable(facts),
    renderTable([
      [translate(messages.kernel()), translate(messages.difference())],
      ...kernelRows(kernels),
    ]),
    ...advice.map((line) => wrap(translate(line), 100)),
    translate(ok ? messages.possible() : messages.impossible()),
  ].join("\n\n");
}

function adapterRows(
  { vendor, architecture, features, limits }: AdapterFacts,
  webGpu: WebGpuImplementation | null,
): Row[] {
  return [
    [translate(messages.implementation()), webGpu ?? translate(messages.unknown())],
    [translate(messages.vendor()), [vendor, architecture].filter(Boolean).join(", ") || "-"],
    ...Object.entries(features).map(([name, has]): Row => [name, yesOrNo(has)]),
    [translate(messages.largestBuffer()), size(limits.maxBufferSize)],
    [translate(messages.largestBinding()), size(limits.maxStorageBufferBindingSize)],
    [
      translate(messages.workgroupMemory()),
      `${limits.maxComputeWorkgroupStorageSize / 1024} KiB`,
    ],
    [translate(messages.workgroupThreads()), `${limits.maxComputeInvocationsPerWorkgroup}`],
  ];
}

/** A row for each kernel, with its outcome on each backend; below it, why it failed. */
function kernelRows(kernels: readonly KernelVerdict[]): Row[] {
  const names = [...new Set(kernels.map(({ kernel }) => kernel))];
  return names.flatMap((name) => {
    const verdicts = kernels.filter(({ kernel }) => kernel === name);
    const failures = verdicts.filter(({ error }) => error !== undefined);
    return [
      [name, verdicts.map(outcome).join("  ")],
      ...failures.map(({ backend, error }): Row => ["", `${backend}: ${error}`]),
    ];
  });
}

function outcome({ backend, largestDifference, ok, error }: KernelVerdict): string {
  const difference = largestDifference === null
    ? "-"
    : largestDifference === 0
    ? "0"
    : largestDifference.toExponential(1);
  const verdict = ok ? messages.ok() : error === undefined ? messages.wrong() : messages.failed();
  return `${backend} ${difference.padEnd(6)} ${translate(verdict)}`;
}

function yesOrNo(has: boolean): string {
  return translate(has ? messages.yes() : messages.no());
}

function size(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}
