import { type Message, message } from "../language/message.ts";
import type { BackendVerdict, Diagnosis } from "./examine_machine.ts";

const mebibyte = 2 ** 20, gibibyte = 2 ** 30;
/** Below these, ordinary runs meet the limit: memory, disk, one buffer of a GPU. */
const least = { memory: 2 * gibibyte, disk: gibibyte, buffer: 128 * mebibyte };

/** What to do about each thing that is missing or wrong; nothing where all is well. */
export function advise(
  { machine, backends, kernels }: Pick<Diagnosis, "machine" | "backends" | "kernels">,
): Message[] {
  return [
    ...ofAdapter(machine),
    ...ofRest(machine),
    ...backends.filter(({ works, name }) => !works && (name !== "webgpu" || machine.adapter))
      .map(({ name, error }) =>
        message`the backend ${name} does not start (${error ?? "?"}): use another --backend, and
          report it with deno task doctor --json`
      ),
    ...ofKernels(backends, kernels),
  ];
}

function ofAdapter({ adapter }: Diagnosis["machine"]): Message[] {
  if (!adapter) {
    return [
      message`no graphics adapter was found: where there is a GPU, install its vendor's Vulkan driver;
        where there is none, training goes on wasm, and apt-get install mesa-vulkan-drivers brings a
        software adapter to check the GPU kernels on`,
    ];
  }
  const advice: Message[] = [];
  if (adapter.software) {
    advice.push(
      message`the only graphics adapter is software, and slower than wasm: where there is a GPU,
        install its vendor's Vulkan driver`,
    );
  }
  const missing = Object.entries(adapter.features).filter(([, has]) => !has).map(([name]) => name);
  if (missing.length > 0) {
    advice.push(
      message`the adapter lacks ${missing.join(", ")}: training does without; a newer driver may
        bring it`,
    );
  }
  const largest = adapter.limits.maxStorageBufferBindingSize;
  if (largest < least.buffer) {
    advice.push(
      message`the adapter binds ${Math.floor(largest / mebibyte)} MiB at most: should a run be told
        that a buffer is too large, take a smaller --batch or --image-size`,
    );
  }
  return advice;
}

function ofRest({ memory, diskFree, webAssembly }: Diagnosis["machine"]): Message[] {
  const advice: Message[] = [];
  if (memory.available < least.memory) {
    advice.push(
      message`only ${
        Math.floor(memory.available / mebibyte)
      } MiB of memory are available: close other
        programs, or take a smaller --batch`,
    );
  }
  if (diskFree === null) {
    advice.push(
      message`the system does not tell how much of the disk is free: make sure before a long run`,
    );
  } else if (diskFree < least.disk) {
    advice.push(
      message`only ${Math.floor(diskFree / mebibyte)} MiB of the disk are free: free some space, or
        name an --out on another disk`,
    );
  }
  if (!webAssembly.simd) {
    advice.push(
      message`WebAssembly has no SIMD here: without a GPU only the slow cpu backend is left; a newer
        Deno or processor has it`,
    );
  }
  return advice;
}

function ofKernels(
  backends: readonly BackendVerdict[],
  kernels: Diagnosis["kernels"],
): Message[] {
  const wrongOn = (backend: string) =>
    kernels.filter((verdict) => verdict.backend === backend && !verdict.ok).length;
  const sound = backends.find(({ name, works }) => works && wrongOn(name) === 0);
  return backends.filter(({ name }) => wrongOn(name) > 0).map(({ name }) =>
    sound
      ? message`${
        wrongOn(name)
      } kernels are wrong on ${name}: do not train there, but with --backend
          ${sound.name}; update the driver, and report it with deno task doctor --json`
      : message`${wrongOn(name)} kernels are wrong on ${name}: do not train there; report it with
          deno task doctor --json`
  );
}
