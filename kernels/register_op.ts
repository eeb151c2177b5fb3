import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";

/** The numbers of a vec4<f32>. */
export type FourNumbers = readonly [number, number, number, number];

/** One run of a WGSL program: its text, its geometry and its numbers. */
export interface Pass {
  /** Pieces of WGSL, joined; one of them says `fn main()`. */
  readonly source: readonly string[];
  /** Integers baked into the text, as `const NAME = value;`. */
  readonly constants?: Readonly<Record<string, number>>;
  /** Numbers that a run may change: `uniforms.name`, an f32 each, or a vec4<f32> where four. */
  readonly uniforms?: Readonly<Record<string, number | FourNumbers>>;
  /** Threads a workgroup, in x. */
  readonly threads: number;
  /** Workgroups in x and y. */
  readonly workgroups: readonly [number, number];
}

/** The values of an input, on the processor. */
export interface Values {
  readonly values: Float32Array | Int32Array;
  readonly shape: number[];
}

/** An op with one output: what it computes on WebGPU, and the same on the processor. */
export interface Op<Name extends string, Attributes> {
  /** The name in TensorFlow.js's registry of kernels. */
  readonly name: string;
  /** Names of the inputs; WGSL sees each as an array, and its shape as `uniforms.nameShape`. */
  readonly inputs: readonly Name[];
  readonly dtype: "float32" | "int32";
  outputShape(shapes: Record<Name, number[]>, attributes: Attributes): number[];
  /** The programs to run, one after another, all into the one output `result`. */
  passes(shapes: Record<Name, number[]>, attributes: Attributes): Pass[];
  reference(inputs: Record<Name, Values>, attributes: Attributes): ArrayLike<number>;
}

/**
 * Registers an op with TensorFlow.js: as WGSL for the backend "webgpu", as its reference for "wasm"
 * and "cpu".
 *
 * @returns the op, to be called with tensors, on whichever of these backends is in use
 */
export function registerOp<Name extends string, Attributes extends object>(
  op: Op<Name, Attributes>,
): (inputs: Record<Name, tf.Tensor>, attributes: Attributes) => tf.Tensor {
  tf.registerKernel({
    kernelName: op.name,
    backendName: "webgpu",
    kernelFunc: ({ inputs, attrs, backend }) =>
      runPasses(op, inputs, attrs as unknown as Attributes, backend as WebGPUBackend),
  });
  for (const backendName of ["wasm", "cpu"]) {
    tf.registerKernel({
      kernelName: op.name,
      backendName,
      kernelFunc: ({ inputs, attrs, backend }) =>
        runReference(op, inputs, attrs as unknown as Attributes, backend as tf.KernelBackend),
    });
  }
  return (inputs, attributes) =>
    tf.engine().runKernel(op.name, inputs, attributes as unknown as tf.NamedAttrMap);
}

function runPasses<Name extends string, Attributes>(
  op: Op<Name, Attributes>,
  inputs: tf.NamedTensorInfoMap,
  attributes: Attributes,
  backend: WebGPUBackend,
): tf.TensorInfo {
  const tensors = op.inputs.map((name) => inputs[name]!);
  const shapes = mapInputs(op, (name) => inputs[name]!.shape);
  const output = backend.makeTensorInfo(op.outputShape(shapes, attributes), op.dtype);
  for (const pass of op.passes(shapes, attributes)) {
    const constants = Object.entries({ ...pass.constants, THREADS: pass.threads })
      .map(([name, value]) => `const ${name} = ${value};`);
    const uniforms = Object.entries(pass.uniforms ?? {})
      .map(([name, value]) => ({ name, data: typeof value === "number" ? [value] : [...value] }));
    const declared = uniforms
      .map(({ name, data }) => `${name} : ${data.length === 1 ? "f32" : "vec4<f32>"}, `).join("");
    const program = {
      // Pipelines are cached by this key. It holds every baked constant, and the uniforms in their
      // order: without them, two variants of a program would silently share the first one's pipeline.
      shaderKey: `${op.name} ${constants.join(" ")} ${declared}`,
      variableNames: [...op.inputs],
      uniforms: declared,
      outputShape: output.shape,
      workgroupSize: [pass.threads, 1, 1] as [number, number, number],
      dispatch: [...pass.workgroups, 1] as [number, number, number],
      // With a y TensorFlow.js calls `main()`, and not `main(index)`.
      dispatchLayout: { x: [0], y: [1] },
      getUserCode: () => [...constants, ...pass.source].join("\n"),
    };
    const numbers = uniforms.map(({ data }) => ({ type: "float32", data }));
    backend.runWebGPUProgram(program, tensors, op.dtype, numbers, output);
  }
  return output;
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
