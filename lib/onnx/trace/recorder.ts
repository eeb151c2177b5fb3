import * as tf from "@tensorflow/tfjs";
import { MathBackendCPU } from "@tensorflow/tfjs-backend-cpu";
import { UserError } from "../../language/user_error.ts";
import type { ParameterKind } from "../../model/layers/parameters.ts";
import { toPyTorch } from "../../model/weights/pytorch_layout.ts";
import type { OnnxNode } from "../file/onnx_graph.ts";
import { onnxMessages } from "../messages.ts";
import { GraphBuilder } from "./graph_builder.ts";

/** How the axes of a tensor lie: as TensorFlow.js has them, or those of images with channels second. */
export type Layout = "plain" | "channelsFirst";

/** The place of a tensor's axis in a layout. */
export function placeOf(axis: number, layout: Layout): number {
  return layout === "plain" ? axis : [0, 2, 3, 1][axis]!;
}

/** A tensor that depends on the images. */
interface Traced {
  readonly name: string;
  readonly layout: Layout;
}

/**
 * A backend of TensorFlow.js that computes nothing from images: it writes down what is to be computed, as
 * nodes of an ONNX graph. What does not depend on images is constant, and computed by the plain processor,
 * whose backend it extends.
 *
 * Images lie with their channels second, as ONNX's convolutions want them, from one convolution to the
 * next. An operation asks for the layout that it needs.
 */
export class Recorder extends MathBackendCPU {
  /** The graph so far. */
  readonly graph: GraphBuilder = new GraphBuilder();
  /**
   * Images in the batch. An axis whose length is a multiple of this number holds the batch, and no other
   * axis does.
   */
  readonly batch: number;
  readonly #traced = new WeakMap<object, Traced>();
  readonly #parameters = new WeakMap<object, string>();

  /**
   * Makes a recorder with an empty graph.
   *
   * @param batch a prime that is larger than any side, or number of features
   */
  constructor(batch: number) {
    super();
    this.batch = batch;
  }

  /** Makes the tensor of images, `[batch, side, side, 3]`, which the graph takes with channels second. */
  input(name: string, side: number): tf.TensorInfo {
    return this.#add([this.batch, side, side, 3], { name, layout: "channelsFirst" });
  }

  /** Says what constants are called that are made from a parameter. */
  nameParameter(name: string, { dataId }: tf.TensorInfo): void {
    this.#parameters.set(dataId, name);
  }

  /** Whether a tensor depends on the images. */
  isTraced({ dataId }: tf.TensorInfo): boolean {
    return this.#traced.has(dataId);
  }

  /** How a tensor lies in the graph; a constant lies either way. */
  layoutOf({ dataId }: tf.TensorInfo): Layout | undefined {
    return this.#traced.get(dataId)?.layout;
  }

  /** The layout in which an operation on several tensors needs the fewest transpositions. */
  commonLayout(tensors: readonly tf.TensorInfo[]): Layout {
    const isImages = tensors.some((tensor) => this.layoutOf(tensor) === "channelsFirst") &&
      tensors.every((tensor) =>
        this.isTraced(tensor) ? tensor.shape.length === 4 : tensor.shape.length <= 4
      );
    return isImages ? "channelsFirst" : "plain";
  }

  /** The name in the graph of a tensor that lies as asked. */
  nameOf(tensor: tf.TensorInfo, layout: Layout): string {
    const { dataId } = tensor, traced = this.#traced.get(dataId);
    if (!traced) return this.#constant(tensor, layout);
    if (traced.layout === layout) return traced.name;
    const perm = layout === "plain" ? [0, 2, 3, 1] : [0, 3, 1, 2];
    return this.graph.once(
      dataId,
      layout,
      () => this.graph.node("Transpose", [traced.name], { perm }),
    );
  }

  /**
   * The name in the graph of a constant whose axes are in PyTorch's order, in which outputs come first.
   *
   * @param shape in place of PyTorch's
   */
  weight(tensor: tf.TensorInfo, kind: ParameterKind, shape?: readonly number[]): string {
    return this.graph.once(tensor.dataId, kind, () => {
      const found = toPyTorch(kind, { shape: tensor.shape, data: this.#values(tensor) });
      const weight = { shape: shape ?? found.shape, data: found.data };
      return this.graph.constant(weight, this.#parameters.get(tensor.dataId));
    });
  }

  /**
   * Writes a node down.
   *
   * @param inputs names in the graph
   * @param result the shape that TensorFlow.js expects, and how it lies
   */
  record(
    op: string,
    inputs: readonly string[],
    { shape, layout, attributes }: {
      shape: number[];
      layout: Layout;
      attributes?: OnnxNode["attributes"];
    },
  ): tf.TensorInfo {
    return this.#add(shape, { name: this.graph.node(op, inputs, attributes), layout });
  }

  /** The tensor as it is, as a kernel gives it back. */
  keep({ dataId, shape, dtype }: tf.TensorInfo): tf.TensorInfo {
    this.incRef(dataId);
    return { dataId, shape, dtype };
  }

  /** @throws {UserError} always: an operation, or a form of it, has no counterpart in ONNX */
  refuse(operation: string): never {
    throw new UserError(onnxMessages.unknownOperation({ operation }));
  }

  /** @throws {UserError} if the tensor depends on the images, which are not there yet */
  override readSync(dataId: object): tf.backend_util.BackendValues {
    if (!this.#traced.has(dataId)) return super.readSync(dataId);
    throw new UserError(onnxMessages.valuesRead());
  }

  /** As the plain processor's, without its advice about Node.js. */
  override write(values: tf.backend_util.BackendValues, _: number[], dtype: tf.DataType): object {
    const dataId = {};
    this.data.set(dataId, { values, dtype, refCount: 1 });
    return dataId;
  }

  #add(shape: number[], traced: Traced): tf.TensorInfo {
    const dataId = {}, dtype = "float32";
    this.data.set(dataId, { dtype, refCount: 1 });
    this.#traced.set(dataId, traced);
    return { dataId, shape, dtype };
  }

  #constant(tensor: tf.TensorInfo, layout: Layout): string {
    const { dataId, shape } = tensor;
    return this.graph.once(dataId, `${layout} ${shape}`, () => {
      const values = this.#values(tensor), name = this.#parameters.get(dataId);
      if (layout === "plain") return this.graph.constant({ shape, data: values }, name);
      if (values.length === 1) return this.graph.constant({ shape: [], data: values }, name);
      const aligned = [1, 1, 1, 1, ...shape].slice(-4);
      const turned = tf.tidy(() => tf.transpose(tf.tensor(values, aligned), [0, 3, 1, 2]));
      const data = this.#values(turned);
      turned.dispose();
      return this.graph.constant({ shape: turned.shape, data }, name);
    });
  }

  #values({ dataId }: tf.TensorInfo): Float32Array {
    const values = this.readSync(dataId);
    return values instanceof Float32Array ? values : Float32Array.from(values as Int32Array);
  }
}
