import { composites } from "./operations/composites.ts";
import { convolutions } from "./operations/convolutions.ts";
import { elementwise } from "./operations/elementwise.ts";
import { matrices } from "./operations/matrices.ts";
import { pools } from "./operations/pools.ts";
import { reductions } from "./operations/reductions.ts";
import { shapes } from "./operations/shapes.ts";
import type { Operation } from "./operation.ts";

/** How kernels of TensorFlow.js are written in ONNX, by the kernel's name. */
export const operations: Readonly<Record<string, Operation>> = {
  ...composites,
  ...convolutions,
  ...elementwise,
  ...matrices,
  ...pools,
  ...reductions,
  ...shapes,
};
