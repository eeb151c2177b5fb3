import type { UserMessage } from "../language/user_message.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { doctorMessages as messages } from "./messages.ts";

const mebibyte = 2 ** 20, gibibyte = 2 ** 30;
/** Below these, ordinary runs reach the limit: memory, disk, one buffer of a GPU. */
const least = { memory: 2 * gibibyte, disk: gibibyte, buffer: 128 * mebibyte };

const batch = { option: "batch" }, backend = { option: "backend" };

/** Advises on each thing that is missing or wrong. */
export function advise(
  { machine, backends, kernels }: Pick<Diagnosis, "machine" | "backends" | "kernels">,
): UserMessage[] {
  return [
    ...adviseOnAdapter(machine),
    ...adviseOnSystem(machine),
    ...backends
      // Without an adapter, it is no news that WebGPU fails.
      .filter(({ works, name }) => !works && (name !== "webgpu" || machine.adapter))
      .map(({ name, error = "?" }) => messages.backendFails({ name, error, backend })),
    ...adviseOnKernels({ backends, kernels }),
  ];
}

function adviseOnAdapter({ adapter }: Diagnosis["machine"]): UserMessage[] {
  if (!adapter) return [messages.noAdapter()];
  const advice: UserMessage[] = [];
  if (adapter.software) advice.push(messages.softwareAdapter());
  const missing = Object.entries(adapter.features).filter(([, has]) => !has).map(([name]) => name);
  if (missing.length > 0) advice.push(messages.missingFeatures({ features: missing.join(", ") }));
  const largest = adapter.limits.maxStorageBufferBindingSize;
  if (largest < least.buffer) {
    const mebibytes = Math.floor(largest / mebibyte);
    advice.push(messages.smallBuffers({ mebibytes, batch, imageSize: { option: "imageSize" } }));
  }
  return advice;
}

function adviseOnSystem({ memory, diskFree, webAssembly }: Diagnosis["machine"]): UserMessage[] {
  const advice: UserMessage[] = [];
  if (memory.available < least.memory) {
    const mebibytes = Math.floor(memory.available / mebibyte);
    advice.push(messages.littleMemory({ mebibytes, batch }));
  }
  if (diskFree === null) {
    advice.push(messages.diskUnknown());
  } else if (diskFree < least.disk) {
    const mebibytes = Math.floor(diskFree / mebibyte);
    advice.push(messages.littleDisk({ mebibytes, out: { option: "out" } }));
  }
  if (!webAssembly.simd) advice.push(messages.noSimd());
  return advice;
}

function adviseOnKernels(
  { backends, kernels }: Pick<Diagnosis, "backends" | "kernels">,
): UserMessage[] {
  const wrongOn = (name: string) =>
    kernels.filter((verdict) => verdict.backend === name && !verdict.ok).length;
  const sound = backends.find(({ name, works }) => works && wrongOn(name) === 0);
  return backends.filter(({ name }) => wrongOn(name) > 0).map(({ name }) => {
    const wrong = { count: wrongOn(name), name };
    return sound
      ? messages.wrongKernelsElsewhere({ ...wrong, backend, other: sound.name })
      : messages.wrongKernels(wrong);
  });
}
