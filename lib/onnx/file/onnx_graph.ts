/** A number, a list of whole numbers: all that attributes of the operators in use are. */
export type OnnxAttribute = number | readonly number[];

/** One operator of a graph. */
export interface OnnxNode {
  /** Its operator, such as `Conv`. */
  readonly op: string;
  /** Unique among the nodes. */
  readonly name: string;
  /** Names of tensors; "" for an optional one that is left out. */
  readonly inputs: readonly string[];
  /** Name of the one tensor that it makes. */
  readonly output: string;
  /** Whole numbers are integers to ONNX, except those of `floats`. */
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
}

/** Values that a graph holds: float32, or integers of 64 bits such as shapes. */
export interface OnnxConstant {
  /** Length of each axis. */
  readonly shape: readonly number[];
  /** Values, the last axis fastest. */
  readonly data: Float32Array | BigInt64Array;
}

/** A tensor that goes in or comes out: float32, the batch first. */
export interface OnnxValue {
  /** Its name. */
  readonly name: string;
  /** Length of each axis after the batch, whose length is free. */
  readonly shape: readonly number[];
}

/** A network from one tensor to one other. */
export interface OnnxGraph {
  readonly input: OnnxValue;
  readonly output: OnnxValue;
  /** In an order in which they can run. */
  readonly nodes: readonly OnnxNode[];
  /** Constants by name. */
  readonly constants: ReadonlyMap<string, OnnxConstant>;
}
