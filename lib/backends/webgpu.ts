import * as tf from "@tensorflow/tfjs";
import { registerConvolutions } from "../../kernels/webgpu/conv/register_convolutions.ts";
import { registerCopyKernels } from "../../kernels/webgpu/copy/register_copy_kernels.ts";
import { registerMatMul } from "../../kernels/webgpu/matmul/register_mat_mul.ts";
import { UserError } from "../language/user_error.ts";
import { hoistDirectives } from "./hoist_directives.ts";
import { backendMessages, memoryOptions } from "./messages.ts";

/** A graphics adapter. */
export interface AdapterSummary {
  /** Its name, as the driver gives it. */
  readonly name: string;
  /** True for software adapters such as Mesa's llvmpipe, which are slower than the wasm backend. */
  readonly software: boolean;
}

/** Facts that decide what an adapter can compute. */
export interface AdapterFacts extends AdapterSummary {
  /** The vendor, as the driver names it; may be empty. */
  readonly vendor: string;
  /** The architecture, as the driver names it; may be empty. */
  readonly architecture: string;
  /** Whether it has the features that make kernels faster, or measurable. */
  readonly features: Readonly<Record<AdapterFeature, boolean>>;
  /** In bytes and threads: of a buffer, of a bound buffer, of a workgroup. */
  readonly limits: Readonly<Record<AdapterLimit, number>>;
}

const features: readonly AdapterFeature[] = ["shader-f16", "subgroups", "timestamp-query"];
const usedFeatures = ["shader-f16", "timestamp-query"] as const;
const limits: readonly AdapterLimit[] = [
  "maxBufferSize",
  "maxStorageBufferBindingSize",
  "maxComputeWorkgroupStorageSize",
  "maxComputeInvocationsPerWorkgroup",
  "maxComputeWorkgroupSizeX",
  "maxComputeWorkgroupsPerDimension",
];

/** A feature that makes kernels faster, or measurable. */
export type AdapterFeature = "shader-f16" | "subgroups" | "timestamp-query";

/** A limit that decides what kernels can compute. */
export type AdapterLimit =
  | "maxBufferSize"
  | "maxStorageBufferBindingSize"
  | "maxComputeWorkgroupStorageSize"
  | "maxComputeInvocationsPerWorkgroup"
  | "maxComputeWorkgroupSizeX"
  | "maxComputeWorkgroupsPerDimension";

/** The current WebGPU backend. */
export interface WebGpu {
  /** The adapter that it computes on. */
  readonly adapter: AdapterSummary;
  /** True where it can compute convolutions in float16, see `withComputePrecision`. */
  readonly float16: boolean;
  /**
   * Throws the first error that the device reported: a shader that does not compile, memory that ran
   * out, a device that was lost. WebGPU itself throws nothing and leaves stale memory in the output, so
   * call this after every awaited readback, before you use the values.
   */
  check(): void;
  /** Finds the error to throw for a failure: a lost device shows as other errors before its own. */
  explain(failure: unknown): Promise<unknown>;
}

let opened: Promise<WebGpu> | undefined;

/**
 * Describes the adapter that {@linkcode openWebGpu} would use.
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
 * Makes WebGPU the backend of TensorFlow.js, on a device of our own that collects errors, and with our
 * kernels in place of its slow ones. Later calls use the same device, or a new one where it was lost.
 *
 * @throws {UserError} if there is no adapter
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
  if (!adapter) throw new UserError(backendMessages.adapterMissing());
  const device = await requestDevice(adapter);
  let firstError: Error | undefined;
  device.addEventListener("uncapturederror", (event) => {
    firstError ??= errorOf((event as GPUUncapturedErrorEvent).error);
  });
  device.lost.then(({ reason, message: text }) => {
    const resume = { option: "resume" };
    firstError ??= new UserError(backendMessages.deviceLost({ reason, text: text.trim(), resume }));
    opened = undefined;
  });
  // This package registers a "webgpu" backend of its own, which ours replaces.
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
      await new Promise((resolve) => setTimeout(resolve, 100));
      return firstError ?? failure;
    },
  };
}

function errorOf(error: GPUError): Error {
  const text = error.message.trim();
  if (!(error instanceof GPUOutOfMemoryError)) return new Error(`WebGPU device reported: ${text}`);
  return new UserError(backendMessages.deviceMemory({ text, ...memoryOptions }));
}

async function requestAdapter(): Promise<GPUAdapter | null> {
  return await navigator.gpu?.requestAdapter({ powerPreference: "high-performance" }) ?? null;
}

/** Requests all that the adapter has: the default limits are those of the weakest devices. */
async function requestDevice(adapter: GPUAdapter): Promise<GPUDevice> {
  const device = await adapter.requestDevice({
    requiredFeatures: usedFeatures.filter((feature) => adapter.features.has(feature)),
    requiredLimits: byName(limits, (name) => adapter.limits[name]),
  });
  return hoistDirectives(device);
}

function summaryOf({ info }: GPUAdapter): AdapterSummary {
  // Chrome gives neither a description nor a device.
  const name = info.description || info.device ||
    [info.vendor, info.architecture].filter(Boolean).join(" ") || "unnamed adapter";
  // Not every driver sets the flag of the standard, so the names count too.
  const software = info.isFallbackAdapter || /llvmpipe|lavapipe|swiftshader|warp/i.test(name);
  return { name, software };
}

function byName<Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value) {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>;
}
