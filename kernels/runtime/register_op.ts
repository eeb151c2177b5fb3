import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { type Pass, runPasses } from "./run_passes.ts";
import { WasmProgram } from "../wasm/runtime/wasm_program.ts";

/** The values of an input, on the processor. */
export interface Values {
  /** Row by row. */
  readonly values: Float32Array | Int32Array;
  /** Length of each axis. */
  readonly shape: number[];
}

/** An op with one output: its WGSL programs, and its reference on the processor. */
export interface Op<Name extends string, Attributes> {
  /** The name in TensorFlow.js's registry of kernels. */
  readonly name: string;
  /** Names of the inputs. In WGSL, each is an array, and its shape is `uniforms.nameShape`. */
  readonly inputs: readonly Name[];
  /** Of the output. */
  readonly dtype: "float32" | "int32";
  /** The shape of the output. */
  outputShape(shapes: Record<Name, number[]>, attributes: Attributes): number[];
  /** The programs to run, one after another, all into the output `result`. */
  passes(shapes: Record<Name, number[]>, attributes: Attributes): Pass[];
  /** Computes the output's values on the processor. */
  reference(inputs: Record<Name, Values>, attributes: Attributes): ArrayLike<number>;
  /** Computes the same in WebAssembly's memory, where the reference is too slow. */
  wasm?(
    program: WasmProgram,
    inputs: Record<Name, tf.TensorInfo>,
    attributes: Attributes,
  ): tf.TensorInfo;
}

/**
 * Registers an op with TensorFlow.js: its WGSL for the backend "webgpu", its reference for "cpu", and
 * for "wasm" where it has no kernel of its own.
 *
 * @returns a function that runs the op on the current backend
 */
export function registerOp<Name extends string, Attributes extends object>(
  op: Op<Name, Attributes>,
): (inputs: Record<Name, tf.Tensor>, attributes: Attributes) => tf.Tensor {
  tf.registerKernel({
    kernelName: op.name,
    backendName: "webgpu",
    kernelFunc: ({ inputs, attrs, backend }) =>
      runOnWebGpu(op, inputs, attrs as unknown as Attributes, backend as WebGPUBackend),
  });
  const { wasm } = op;
  for (const backendName of ["wasm", "cpu"]) {
    tf.registerKernel({
      kernelName: op.name,
      backendName,
      kernelFunc: ({ inputs, attrs, backend }) => {
        const attributes = attrs as unknown as Attributes;
        if (!wasm || backendName === "cpu") {
          return runReference(op, inputs, attributes, backend as tf.KernelBackend);
        }
        const program = WasmProgram.of(backend as BackendWasm);
        return wasm(program, inputs as Record<Name, tf.TensorInfo>, attributes);
      },
    });
  }
  return (inputs, attributes) =>
    tf.engine().runKernel(op.name, inputs, attributes as unknown as tf.NamedAttrMap);
}

function runOnWebGpu<Name extends string, Attributes>(
  op: Op<Name, Attributes>,
  inputs: tf.NamedTensorInfoMap,
  attributes: Attributes,
  backend: WebGPUBackend,
): tf.TensorInfo {
  const shapes = mapInputs(op, (name) => inputs[name]!.shape);
  return runPasses(backend, {
    name: op.name,
    inputs: mapInputs(op, (name) => inputs[name]!),
    outputShape: op.outputShape(shapes, attributes),
    dtype: op.dtype,
    passes: op.passes(shapes, attributes),
  });
}

function runReference<Name extends string, Attributes>(
  op: Op<Name, Attributes>,
  inputs: tf.NamedTensorInfoMap,
  attributes: Attributes,
  backend: tf.KernelBackend,
): tf.TensorInfo {
  const shape = op.outputShape(mapInputs(op, (name) => inputs[name]!.shape), attributes);
  const values = op.reference(
    mapInputs(op, (name) => ({
      values: backend.readSync(inputs[name]!.dataId) as Values["values"],
      shape: inputs[name]!.shape,
    })),
    attributes,
  );
  const Typed = op.dtype === "int32" ? Int32Array : Float32Array;
  const typed = values instanceof Typed ? values : Typed.from(values);
  return { dataId: backend.write(typed, shape, op.dtype), shape, dtype: op.dtype };
}

function mapInputs<Name extends string, T>(
  op: { inputs: readonly Name[] },
  of: (name: Name) => T,
): Record<Name, T> {
  return Object.fromEntries(op.inputs.map((name) => [name, of(name)])) as Record<Name, T>;
}
