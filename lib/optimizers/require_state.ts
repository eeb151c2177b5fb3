import { truncateName } from "../language/truncate_name.ts";
import { UserError } from "../language/user_error.ts";
import type { UserMessage } from "../language/user_message.ts";
import { optimizerMessages } from "./messages.ts";
import type { OptimizerState } from "./optimizer.ts";

/** What the state of an optimizer holds. */
export interface ExpectedState {
  /** Names of the vectors. */
  readonly vectors: readonly string[];
  /** Name of the vector that there is besides if batches wait for a step. */
  readonly waiting: string;
  /** Length of every vector. */
  readonly size: number;
  /** Names of the counters, beside the number of waiting batches. */
  readonly counters: readonly string[];
  /** Batches in a step: fewer than that wait for one. */
  readonly accumulate: number;
}

/**
 * Checks the state of an optimizer.
 *
 * @throws {UserError} if it is not what is expected
 */
export function requireState(
  { vectors, counters: { batches = 0, ...counters } }: OptimizerState,
  expected: ExpectedState,
): void {
  const { accumulate, size } = expected;
  if (!Number.isInteger(batches) || batches < 0 || batches >= accumulate) {
    refuse(optimizerMessages.batchesWaiting({ accumulate, batches }));
  }
  const names = [...expected.vectors, ...(batches > 0 ? [expected.waiting] : [])];
  requireNames(optimizerMessages.vectors, names, [...vectors.keys()]);
  requireNames(optimizerMessages.counters, expected.counters, Object.keys(counters));
  for (const [name, { length: found }] of vectors) {
    if (found !== size) refuse(optimizerMessages.vectorSize({ name, expected: size, found }));
  }
}

function requireNames(
  fault: typeof optimizerMessages.vectors,
  expected: readonly string[],
  found: readonly string[],
): void {
  if (`${expected.toSorted()}` === `${found.toSorted()}`) return;
  refuse(fault({
    expected: expected.join(", ") || optimizerMessages.none(),
    found: truncateName(found.join(", ")) || optimizerMessages.none(),
  }));
}

function refuse(fault: UserMessage): never {
  throw new UserError(optimizerMessages.badState({ fault }));
}
