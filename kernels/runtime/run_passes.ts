import type { TensorInfo } from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";

/** The values of a vec4<f32>. */
export type Vec4 = readonly [number, number, number, number];

/** One launch of a WGSL program. */
export interface Pass {
  /** Pieces of WGSL, to be joined. One has `fn main()`, and one reads a member of `uniforms`. */
  readonly source: readonly string[];
  /** Integers baked into the text, as `const NAME = value;`. */
  readonly constants?: Readonly<Record<string, number>>;
  /** Values that may change between launches: `uniforms.name`, each an f32 or a vec4<f32>. */
  readonly uniforms?: Readonly<Record<string, number | Vec4>>;
  /** Inputs, and `result`, that are bound as arrays of vec4<f32>; their sizes are multiples of 4. */
  readonly quads?: readonly string[];
  /** Threads a workgroup, in x. */
  readonly threads: number;
  /** Workgroups in x and y. */
  readonly workgroups: readonly [number, number];
}

/** Programs to run one after another, all into one output. */
export interface Passes {
  /** The op's name, for the cache of pipelines. */
  readonly name: string;
  /** In WGSL, each is an array by its name, and its shape is `uniforms.nameShape`. */
  readonly inputs: Readonly<Record<string, TensorInfo>>;
  readonly outputShape: readonly number[];
  readonly dtype: "float32" | "int32";
  readonly passes: readonly Pass[];
}

/**
 * Runs WGSL programs on TensorFlow.js's WebGPU backend.
 *
 * @returns the output, which the programs know as `result`
 */
export function runPasses(backend: WebGPUBackend, op: Passes): TensorInfo {
  const names = Object.keys(op.inputs);
  const output = backend.makeTensorInfo([...op.outputShape], op.dtype);
  for (const pass of op.passes) {
    const constants = Object.entries({ ...pass.constants, THREADS: pass.threads })
      .map(([name, value]) => `const ${name} = ${value};`);
    const uniforms = Object.entries(pass.uniforms ?? {})
      .map(([name, value]) => ({ name, data: typeof value === "number" ? [value] : [...value] }));
    const declared = uniforms
      .map(({ name, data }) => `${name} : ${data.length === 1 ? "f32" : "vec4<f32>"}, `).join("");
    const [outputComponent, ...components] = ["result", ...names]
      .map((name) => pass.quads?.includes(name) ? 4 : 1);
    const program = {
      // The key of the pipeline in TensorFlow.js's cache. Without the constants and the order of the
      // uniforms in it, two variants of a program would silently share the first one's pipeline.
      shaderKey: `${op.name} ${constants.join(" ")} ${declared} ${components} ${outputComponent}`,
      variableNames: names,
      variableComponents: components,
      outputComponent,
      uniforms: declared,
      outputShape: output.shape,
      workgroupSize: [pass.threads, 1, 1] as [number, number, number],
      dispatch: [...pass.workgroups, 1] as [number, number, number],
      // With a y, TensorFlow.js calls `main()` and not `main(index)`.
      dispatchLayout: { x: [0], y: [1] },
      getUserCode: () => [...constants, ...pass.source].join("\n"),
    };
    const numbers = uniforms.map(({ data }) => ({ type: "float32", data }));
    backend.runWebGPUProgram(program, Object.values(op.inputs), op.dtype, numbers, output);
  }
  return output;
}

/** Splits `count` workgroups into x and y, or a few more: a device allows 65,535 in each. */
export function foldWorkgroups(count: number): [number, number] {
  const width = Math.min(count, 32_768);
  return [width, Math.ceil(count / width)];
}
