/** One tensor of a file. */
export interface FileTensor {
  /** Its sides. */
  readonly shape: readonly number[];
  /** Row by row, as many as the shape says. */
  readonly data: Float32Array | Int32Array;
}

/** What a safetensors file holds. */
export interface TensorFile {
  /** By name, in the order of the file. */
  readonly tensors: ReadonlyMap<string, FileTensor>;
  /** Texts by name. */
  readonly metadata: Readonly<Record<string, string>>;
}
