import * as tf from "@tensorflow/tfjs";
import { activationCode } from "../../runtime/activation_code.ts";
import type { BatchNormOptions } from "../../reference/layers/batch_norm.ts";
import { rowsPerItem } from "./rows_per_item.ts";
import { columnBlock, sumPartials } from "./sum_partials.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";

/** Normalizes by the batch, scales, shifts and activates. It reads x twice. */
export function batchNorm(
  program: WasmProgram,
  { x, scale, offset }: Record<"x" | "scale" | "offset", tf.TensorInfo>,
  { epsilon, activation }: BatchNormOptions,
): [y: tf.TensorInfo, statistics: tf.TensorInfo] {
  const { rows, channels, itemRows, items } = geometry(x);
  const moments = program.output([items, 2, channels]);
  const statistics = program.output([2, channels]), y = program.output(x.shape);
  const [from, found] = [program.address(x), program.address(moments)];
  program.run("batchMoments", [from, rows, channels, itemRows, found], items);
  program.run(
    "batchStatistics",
    [found, items, rows, itemRows, channels, program.address(statistics), columnBlock],
    Math.ceil(channels / columnBlock),
  );
  program.dispose(moments);
  program.run("batchNorm", [
    from,
    program.address(statistics),
    program.address(scale),
    program.address(offset),
    epsilon,
    activationCode(activation),
    rows,
    channels,
    itemRows,
    program.address(y),
  ], items);
  return [y, statistics];
}

/** The gradient of `batchNorm`. It reads x twice, and dy once. */
export function batchNormGradient(
  program: WasmProgram,
  { x, dy, statistics, scale, offset }: Record<
    "x" | "dy" | "statistics" | "scale" | "offset",
    tf.TensorInfo
  >,
  { epsilon, activation }: BatchNormOptions,
): [dx: tf.TensorInfo, sums: tf.TensorInfo] {
  const { rows, channels, itemRows, items } = geometry(x);
  const partials = program.output([items, 2 * channels]);
  const sums = program.output([2, channels]), dx = program.output(x.shape);
  const [from, moments, factor] = [x, statistics, scale].map((tensor) => program.address(tensor));
  program.run("batchNormSums", [
    from!,
    program.address(dy),
    moments!,
    factor!,
    program.address(offset),
    epsilon,
    activationCode(activation),
    rows,
    channels,
    itemRows,
    program.address(dx),
    program.address(partials),
  ], items);
  sumPartials(program, partials, sums);
  program.dispose(partials);
  program.run("batchNormGradient", [
    from!,
    moments!,
    factor!,
    program.address(sums),
    epsilon,
    rows,
    channels,
    itemRows,
    program.address(dx),
  ], items);
  return [dx, sums];
}

function geometry({ shape }: tf.TensorInfo) {
  const channels = shape[shape.length - 1]!;
  const rows = tf.util.sizeFromShape(shape) / channels;
  const itemRows = rowsPerItem(channels);
  return { rows, channels, itemRows, items: Math.ceil(rows / itemRows) };
}
