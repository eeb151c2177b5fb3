import type { TensorInfo } from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { activationCode } from "../../runtime/activation_code.ts";
import type { Activation } from "../../reference/layers/activation.ts";
import { foldWorkgroups, type Pass, runPasses } from "../../runtime/run_passes.ts";
import activationWgsl from "../../runtime/activation.wgsl" with { type: "text" };
import { inQuads, readQuad, writeQuad } from "../../runtime/quads.ts";
import layoutWgsl from "./squeeze_excite_layout.wgsl" with { type: "text" };
import sumOverLanesWgsl from "./sum_over_lanes.wgsl" with { type: "text" };

type Inputs = Readonly<Record<string, TensorInfo>>;

/** Runs a program over inputs by name. */
type Run = (name: string, wgsl: string, inputs: Inputs) => TensorInfo;

/** Runs the programs of a squeeze-and-excitation, each kind with its own geometry. */
export interface SqueezeExcitePrograms {
  /** A workgroup per image, which gives quads of channels and units, see the layout. */
  readonly ofImages: Run;
  /** A thread per four channels of a position. */
  readonly ofPositions: Run;
  /** A thread per four elements of a row of the layers' parameters. */
  readonly ofParameters: Run;
}

/** Threads of a workgroup that computes the factors of one image. */
const imageThreads = 256;
const threads = 64;
/** The last axis of the inputs that are not in quads per image. */
const lastAxis: Readonly<Record<string, "channels" | "units">> = {
  x: "channels",
  dy: "channels",
  reduce: "units",
  reduceBias: "units",
  expand: "channels",
  expandBias: "channels",
};

/**
 * Prepares the programs of a squeeze-and-excitation. Sizes are no constants, so that one program serves
 * all layers.
 *
 * @param x `[n, height, width, channels]`
 * @param reduceBias `[units]`
 */
export function squeezeExcitePrograms(
  backend: WebGPUBackend,
  x: TensorInfo,
  reduceBias: TensorInfo,
  activation: Activation,
): SqueezeExcitePrograms {
  const [n, height, width, channels] = x.shape as [number, number, number, number];
  const units = reduceBias.shape[0]!, positions = height * width;
  const quads = Math.ceil(channels / 4), unitQuads = Math.ceil(units / 4);
  const sizes = { channels, units };

  const run = (
    name: string,
    given: Inputs,
    outputShape: readonly number[],
    pass: Pick<Pass, "source" | "threads" | "workgroups"> & { inQuads: boolean },
  ) => {
    const names = Object.keys(given);
    const rows = names.filter((name) => name in lastAxis);
    const asPositions = (name: string) => ({ ...given[name]!, shape: [n, positions, channels] });
    const inputs = names.map((name) =>
      [name, name === "x" || name === "dy" ? asPositions(name) : given[name]!] as const
    );
    return runPasses(backend, {
      name,
      inputs: Object.fromEntries(inputs),
      outputShape,
      dtype: "float32",
      passes: [{
        ...pass,
        source: [
          activationWgsl,
          layoutWgsl,
          ...rows.map((name) => readQuad(name, sizes[lastAxis[name]!], `${lastAxis[name]}()`)),
          ...pass.source,
        ],
        constants: { ACTIVATION: activationCode(activation) },
        uniforms: sizes,
        quads: [
          ...names.filter((name) => !rows.includes(name) || inQuads(sizes[lastAxis[name]!])),
          ...pass.inQuads ? ["result"] : [],
        ],
      }],
    });
  };

  return {
    ofImages: (name, wgsl, inputs) =>
      run(name, inputs, [n, 4 * (2 * quads + unitQuads)], {
        source: [sumOverLanesWgsl, wgsl],
        threads: imageThreads,
        workgroups: [n, 1],
        inQuads: true,
      }),
    ofPositions: (name, wgsl, inputs) =>
      run(name, inputs, x.shape, {
        source: [writeQuad(channels, "channels()"), wgsl],
        threads,
        workgroups: foldWorkgroups(Math.ceil(n * positions * quads / threads)),
        inQuads: inQuads(channels),
      }),
    ofParameters: (name, wgsl, inputs) =>
      run(name, inputs, [(channels + 1) * units + (units + 1) * channels], {
        source: [wgsl],
        threads,
        workgroups: [Math.ceil(((channels + 1) * unitQuads + (units + 1) * quads) / threads), 1],
        inQuads: false,
      }),
  };
}
