import * as tf from "@tensorflow/tfjs";
import { sumRows } from "./sum_rows.ts";

let registered = false;

/** Registers a faster sum over all axes but the last on TensorFlow.js's WebAssembly backend. */
export function registerSum(): void {
  if (registered) return;
  registered = true;
  const stock = tf.getKernel(tf.Sum, "wasm");
  const stockFunction = stock.kernelFunc as (call: Call) => tf.TensorInfo;
  tf.unregisterKernel(tf.Sum, "wasm");
  tf.registerKernel({
    kernelName: tf.Sum,
    backendName: "wasm",
    setupFunc: stock.setupFunc,
    kernelFunc: (call) => {
      const x = call.inputs.x as tf.Tensor;
      const { axis, keepDims } = call.attrs as unknown as { axis: number[]; keepDims: boolean };
      const axes = tf.util.parseAxisParam(axis, x.shape);
      const leading = x.rank > 1 && axes.length === x.rank - 1 && !axes.includes(x.rank - 1);
      if (!leading || keepDims || x.dtype !== "float32" || x.size === 0) return stockFunction(call);
      return tf.tidy(() => sumRows(tf.reshape(x, [-1, x.shape[x.rank - 1]!])));
    },
  });
}

type Call = Parameters<tf.KernelConfig["kernelFunc"]>[0];
