import { median, medianRatio } from "../timing/median.ts";
import { takeTurns } from "../timing/take_turns.ts";

/** The same work by Futago on WebAssembly and by PyTorch on the same cores, in turn. */
export interface PeerFigures {
  /** What it is, such as "training step, tiny, 32 x 64 px". */
  readonly what: string;
  /** Median of the rounds. */
  readonly seconds: number;
  /** PyTorch's, by how many threads and by the layout of images in memory. */
  readonly peerSeconds: Readonly<Record<string, number>>;
  /** How many times as fast as PyTorch at its fastest: the median of the rounds' ratios. */
  readonly againstPeer: number;
}

/** Work to be done by both. */
export interface SharedWork {
  readonly what: string;
  /** By how it is done. */
  readonly theirs: Readonly<Record<string, () => Promise<void>>>;
  own(): Promise<void>;
  /** How often each does the work in its turn. */
  readonly times: number;
  readonly rounds: number;
}

/** On a machine that is not quiet, PyTorch's threads wait for each other, and one is faster. */
export const threadCounts = [...new Set([1, navigator.hardwareConcurrency])];

/** Such as "2 threads". */
export function inThreads(threads: number): string {
  return threads === 1 ? "1 thread" : `${threads} threads`;
}

/** Has both do the work in turn. */
export async function besideTorch(
  { what, theirs, own, times, rounds }: SharedWork,
): Promise<PeerFigures> {
  const turns = await takeTurns(rounds, {
    ...theirs,
    async own() {
      for (let i = 0; i < times; i++) await own();
    },
  });
  const { own: ownSeconds, ...peerSeconds } = turns;
  const [fastest] = Object.values<number[]>(peerSeconds).sort((a, b) => median(a) - median(b));
  return {
    what,
    seconds: median(ownSeconds) / times,
    peerSeconds: Object.fromEntries(
      Object.entries<number[]>(peerSeconds).map(([how, its]) => [how, median(its) / times]),
    ),
    againstPeer: medianRatio(fastest!, ownSeconds),
  };
}
