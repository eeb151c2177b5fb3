/** One tensor of a file. */
export interface FileTensor {
  readonly shape: readonly number[];
  /** Row by row, as many as the shape says. */
  readonly data: Float32Array | Int32Array;
}

/** What a safetensors file holds. */
export interface TensorFile {
  /** By name, in the order of the file. */
  readonly tensors: ReadonlyMap<string, FileTensor>;
  readonly metadata: Readonly<Record<string, string>>;
}
