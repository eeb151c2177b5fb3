import * as tf from "@tensorflow/tfjs";
import { setTimeout as delay } from "node:timers/promises";
import { registerConvolutions } from "../../kernels/webgpu/conv/register_convolutions.ts";
import { registerCopyKernels } from "../../kernels/webgpu/copy/register_copy_kernels.ts";
import { registerMatMul } from "../../kernels/webgpu/matmul/register_mat_mul.ts";
import { message } from "../language/message.ts";
import { UserError } from "../language/user_error.ts";
import { hoistDirectives } from "./hoist_directives.ts";

/** A graphics adapter: its name, and whether it is a processor that acts as one. */
export interface AdapterSummary {
  readonly name: string;
  /** True for software adapters such as Mesa's llvmpipe, which are slower than the wasm backend. */
  readonly software: boolean;
}

/** All that decides what can be computed on an adapter. */
export interface AdapterFacts extends AdapterSummary {
  readonly vendor: string;
  readonly architecture: string;
  /** Whether it offers what makes kernels faster, or measurable. */
  readonly features: Readonly<Record<(typeof features)[number], boolean>>;
  /** In bytes and threads, of one buffer, of one bound buffer, of a workgroup. */
  readonly limits: Readonly<Record<(typeof limits)[number], number>>;
}

const features = ["shader-f16", "subgroups", "timestamp-query"] as const;
const usedFeatures = ["shader-f16", "timestamp-query"] as const;
const limits = [
  "maxBufferSize",
  "maxStorageBufferBindingSize",
  "maxComputeWorkgroupStorageSize",
  "maxComputeInvocationsPerWorkgroup",
  "maxComputeWorkgroupSizeX",
  "maxComputeWorkgroupsPerDimension",
] as const;

/** The WebGPU backend in use. */
export interface WebGpu {
  readonly adapter: AdapterSummary;
  /** True where convolutions can be computed in halves, see `withProductPrecision`. */
  readonly float16: boolean;
  /**
   * Throws the first error that the device reported: a shader that does not compile, memory that ran
   * out, a device that was lost. WebGPU itself throws nothing and leaves stale memory in the output,
   * so this belongs after every awaited readback, before the values read are believed.
   */
  check(): void;
  /** What to throw for a failure while computing; a lost device shows as others before it is told of. */
  explain(failure: unknown): Promise<unknown>;
}

let opened: Promise<WebGpu> | undefined;

/**
 * Tells which adapter {@linkcode openWebGpu} would use.
 *
 * @returns null where there is none
 */
export async function describeAdapter(): Promise<AdapterFacts | null> {
  const adapter = await requestAdapter();
  if (!adapter) return null;
  return {
    ...summaryOf(adapter),
    vendor: adapter.info.vendor,
    architecture: adapter.info.architecture,
    features: byName(features, (name) => adapter.features.has(name)),
    limits: byName(limits, (name) => adapter.limits[name]),
  };
}

/**
 * Makes WebGPU the backend of TensorFlow.js, on a device of our own whose errors are heard, and with
 * our kernels in place of its slow ones. Later calls choose the same device again, or a new one where
 * it was lost.
 *
 * @throws {UserError} where no adapter is found
 */
export async function openWebGpu(): Promise<WebGpu> {
  opened ??= open().catch((error) => {
    opened = undefined;
    throw error;
  });
  const webGpu = await opened;
  await tf.setBackend("webgpu");
  return webGpu;
}

async function open(): Promise<WebGpu> {
  const adapter = await requestAdapter();
  if (!adapter) {
    throw new UserError(
      message`Opening WebGPU: wanted a graphics adapter, found none; install its driver (without a
        GPU: apt-get install mesa-vulkan-drivers) or use the wasm backend`,
    );
  }
  const device = await requestDevice(adapter);
  let firstError: Error | undefined;
  device.addEventListener("uncapturederror", (event) => {
    firstError ??= reported((event as GPUUncapturedErrorEvent).error);
  });
  device.lost.then(({ reason, message: text }) => {
    firstError ??= new UserError(
      message`the WebGPU device was lost (${reason}: ${text.trim()}): start again; training goes on
        from the last checkpoint with --resume`,
    );
    opened = undefined;
  });
  // Loading this package registers a "webgpu" backend of its own; ours takes its place.
  const { WebGPUBackend } = await import("@tensorflow/tfjs-backend-webgpu");
  tf.removeBackend("webgpu");
  tf.registerBackend("webgpu", () => new WebGPUBackend(device, adapter.info));
  registerConvolutions();
  registerMatMul();
  registerCopyKernels();
  return {
    adapter: summaryOf(adapter),
    float16: device.features.has("shader-f16"),
    check() {
      if (firstError) throw firstError;
    },
    async explain(failure) {
      await delay(100);
      return firstError ?? failure;
    },
  };
}

function reported(error: GPUError): Error {
  const text = error.message.trim();
  if (!(error instanceof GPUOutOfMemoryError)) return new Error(`WebGPU device reported: ${text}`);
  return new UserError(
    message`the WebGPU device ran out of memory (${text}): take a smaller --batch or --image-size, or
      another --backend`,
  );
}

async function requestAdapter(): Promise<GPUAdapter | null> {
  return await navigator.gpu?.requestAdapter({ powerPreference: "high-performance" }) ?? null;
}

/** The default limits are a browser's lowest common denominator: ask for all that the adapter has. */
async function requestDevice(adapter: GPUAdapter): Promise<GPUDevice> {
  const device = await adapter.requestDevice({
    requiredFeatures: usedFeatures.filter((feature) => adapter.features.has(feature)),
    requiredLimits: byName(limits, (name) => adapter.limits[name]),
  });
  return hoistDirectives(device);
}

function summaryOf({ info }: GPUAdapter): AdapterSummary {
  const name = info.description || info.device || info.vendor || "unnamed adapter";
  // Drivers differ in what they admit to: the flag is the standard's, the names are what they say.
  const software = info.isFallbackAdapter || /llvmpipe|lavapipe|swiftshader|warp/i.test(name);
  return { name, software };
}

function byName<Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value) {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>;
}
