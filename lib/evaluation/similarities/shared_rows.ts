import { startKernels } from "../../../kernels/wasm/runtime/start_kernels.ts";
import {
  kernelsProgram,
  plainKernelsProgram,
} from "../../../kernels/wasm/runtime/kernels_program.ts";
import type { WasmKernel } from "../../../kernels/wasm/runtime/job_board.ts";
import {
  comparedRows,
  type Embeddings,
  hasManyPairs,
  type JoinedEmbeddings,
} from "./embeddings.ts";
import { packPanels, PANEL_ROWS, requireValues } from "./packed_rows.ts";
import { blockStride, similarityBlock } from "./similarity_block.ts";

/** Rows of a block: 64 of 512 numbers stay in the second-level cache. */
export const BLOCK_ROWS = 64;

/**
 * How sums run: in double precision, to the bit as `cosineSimilarity` has them; or in single precision, at
 * twice the speed and half the memory, where those of 512 numbers are off by 2e-6 at most, and by 2e-8 in
 * the mean.
 */
export type Precision = "double" | "single";

/** Rows of embeddings in memory that threads share, and behind them room for blocks of similarities. */
export interface SharedRows {
  /** Panels as the kernels take them, and then the blocks. */
  readonly memory: WebAssembly.Memory;
  /** How sums run. */
  readonly precision: Precision;
  /** How many rows. */
  readonly rows: number;
  /** How many of them are compared with all after them. */
  readonly compared: number;
  /** Length of a row. */
  readonly dimension: number;
}

/** Which precision pairs are scored in, by how many there are. */
export function precisionOf(embeddings: Embeddings | JoinedEmbeddings): Precision {
  const many = hasManyPairs(embeddings.labels.length, comparedRows(embeddings));
  return many && startedKernels(smallMemory()) ? "single" : "double";
}

/**
 * Copies embeddings into shared memory.
 *
 * @param blocks how many blocks there is room for
 * @throws {RangeError} if the embeddings' values do not match their labels and dimension
 */
export function shareRows(
  embeddings: Embeddings | JoinedEmbeddings,
  precision: Precision,
  blocks: number,
): SharedRows {
  requireValues(embeddings);
  const { dimension, labels: { length: rows } } = embeddings;
  const layout = { precision, rows, dimension };
  const bytes = blockAddress(layout, blocks);
  const pages = Math.ceil(bytes / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  packPanels(embeddings, panelsIn({ ...layout, memory }), lanesOf(precision));
  return { ...layout, memory, compared: comparedRows(embeddings) };
}

/** Fills blocks: rows from `first`, a multiple of 8, with all rows from there on. */
export class BlockFiller {
  readonly #shared: SharedRows;
  readonly #kernel: WasmKernel | undefined;

  /** Without the instructions that the kernels take, it falls back on the plain reference. */
  constructor(shared: SharedRows) {
    this.#shared = shared;
    const name = shared.precision === "double" ? "similaritiesDouble" : "similaritiesSingle";
    this.#kernel = startedKernels(shared.memory)?.(name);
  }

  /**
   * Fills a block.
   *
   * @param first the first row; up to `BLOCK_ROWS` of them are taken
   * @param block the number of the block
   */
  fill(first: number, block: number): void {
    const { precision, rows, compared, dimension } = this.#shared;
    const end = Math.min(first + BLOCK_ROWS, compared), stride = blockStride(rows - first);
    if (!this.#kernel) {
      const panels = panelsIn(this.#shared) as Float64Array<SharedArrayBuffer>;
      const packed = { panels, rows, dimension };
      similarityBlock({ packed, first, end }, { packed, first }, blockIn(this.#shared, block));
      return;
    }
    const lanes = lanesOf(precision), from = first / lanes * dimension * PANEL_BYTES;
    const to = blockAddress(this.#shared, block), own = Math.ceil((end - first) / lanes);
    for (let column = 0; column < (rows - first) / lanes; column++) {
      this.#kernel(from, own, from, dimension, to, stride, 0, column);
    }
  }
}

/** The similarities in a block, `[BLOCK_ROWS, blockStride(rows from the first on)]`. */
export function blockIn(shared: SharedRows, block: number): Float32Array {
  return new Float32Array(
    shared.memory.buffer,
    blockAddress(shared, block),
    BLOCK_ROWS * blockStride(shared.rows),
  );
}

/** Of a page of WebAssembly's memory, and of a number of each row of a panel. */
const PAGE = 65_536, PANEL_BYTES = 32;

type Layout = Pick<SharedRows, "precision" | "rows" | "dimension">;

function lanesOf(precision: Precision): number {
  return precision === "double" ? PANEL_ROWS : 2 * PANEL_ROWS;
}

function panelsIn(
  { memory, precision, rows, dimension }: Layout & Pick<SharedRows, "memory">,
): Float32Array | Float64Array {
  const numbers = blockStride(rows) * dimension;
  return precision === "double"
    ? new Float64Array(memory.buffer, 0, numbers)
    : new Float32Array(memory.buffer, 0, numbers);
}

function blockAddress({ precision, rows, dimension }: Layout, block: number): number {
  const stride = blockStride(rows), size = PANEL_BYTES / lanesOf(precision);
  return size * stride * dimension + 4 * BLOCK_ROWS * stride * block;
}

/** The kernels on a memory, by name; null where there are none of the instructions that they take. */
function startedKernels(memory: WebAssembly.Memory): ((name: string) => WasmKernel) | null {
  try {
    const program = WebAssembly.validate(kernelsProgram) ? kernelsProgram : plainKernelsProgram;
    const { names, kernels } = startKernels(program, memory);
    return (name) => kernels[names.indexOf(name)]!;
  } catch {
    return null;
  }
}

function smallMemory(): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
}
