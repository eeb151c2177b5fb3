import type { AdapterFacts, Diagnosis, KernelVerdict } from "../../mod.ts";
import { phrase, textInLanguage, translate } from "../language/language.ts";
import { renderTable } from "./table.ts";
import { wrap } from "../language/wrap.ts";

/** What a machine offers and what is wrong with it, for people to read. */
export function doctorReport({ ok, machine, chosen, kernels, advice }: Diagnosis): string {
  const { versions, system, cores, memory, diskFree, adapter, webAssembly } = machine;
  const none = phrase`none`;
  const facts: [string, string][] = [
    ["Futago", versions.futago],
    ["Deno, V8", `${versions.deno}, ${versions.v8}`],
    ["TensorFlow.js", versions.tensorflow],
    [phrase`system`, `${system.os} ${system.release}, ${system.architecture}`],
    [phrase`cores`, `${cores}`],
    [phrase`memory`, phrase`${size(memory.total)}, ${size(memory.available)} available`],
    [phrase`free on the disk`, diskFree === null ? phrase`not known` : size(diskFree)],
    [phrase`graphics adapter`, adapter?.name ?? none],
    ...adapter ? adapterFacts(adapter) : [],
    [phrase`WebAssembly SIMD`, yesOrNo(webAssembly.simd)],
    [phrase`WebAssembly threads`, `${webAssembly.threads}`],
    [
      phrase`backend of --backend auto`,
      chosen ? `${chosen.name}: ${textInLanguage(chosen.reason)}` : none,
    ],
  ];
  const verdict = ok
    ? phrase`Training is possible.`
    : phrase`Something is wrong: see what to do above.`;
  return [
    renderTable(facts),
    renderTable([
      [phrase`kernel`, phrase`backend, largest difference from its reference`],
      ...kernelRows(kernels),
    ]),
    ...advice.map((line) => wrap(translate(line), 100)),
    verdict,
  ].join("\n\n");
}

function adapterFacts(
  { vendor, architecture, features, limits }: AdapterFacts,
): [string, string][] {
  return [
    [phrase`vendor, architecture`, [vendor, architecture].filter(Boolean).join(", ") || "-"],
    ...Object.entries(features).map(([name, has]): [string, string] => [name, yesOrNo(has)]),
    [phrase`largest buffer`, size(limits.maxBufferSize)],
    [phrase`largest bound buffer`, size(limits.maxStorageBufferBindingSize)],
    [phrase`memory of a workgroup`, `${limits.maxComputeWorkgroupStorageSize / 1024} KiB`],
    [phrase`threads of a workgroup`, `${limits.maxComputeInvocationsPerWorkgroup}`],
  ];
}

/** A kernel a line, with what came out on each backend. */
function kernelRows(kernels: readonly KernelVerdict[]): [string, string][] {
  const names = [...new Set(kernels.map(({ kernel }) => kernel))];
  return names.map((name) => [
    name,
    kernels.filter(({ kernel }) => kernel === name).map(outcome).join("  "),
  ]);
}

function outcome({ backend, largestDifference, ok }: KernelVerdict): string {
  const difference = largestDifference === null
    ? "-"
    : largestDifference === 0
    ? "0"
    : largestDifference.toExponential(1);
  return `${backend} ${difference.padEnd(6)} ${ok ? phrase`ok` : phrase`WRONG`}`;
}

function yesOrNo(has: boolean): string {
  return has ? phrase`yes` : phrase`no`;
}

function size(bytes: number): string {
  return `${(bytes / 2 ** 30).toLocaleString("en-US", { maximumFractionDigits: 2 })} GiB`;
}
