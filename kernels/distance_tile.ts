import wgsl from "./distance_tile.wgsl" with { type: "text" };

/** The WGSL that computes a tile of distances, and its geometry. */
export const DISTANCE_TILE = {
  wgsl,
  /** Rows, and columns, that a workgroup covers. */
  size: 64,
  /** Threads a workgroup takes. */
  threads: 256,
};
