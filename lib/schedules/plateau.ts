/** What is known of a validation figure that may have stopped rising. */
export interface Plateau {
  /** The highest figure that counted as better; null before the first. */
  readonly best: number | null;
  /** Epochs since then, or since the last drop. */
  readonly badEpochs: number;
  /** How often the learning rate was lowered. */
  readonly drops: number;
}

/** Before the first epoch. */
export const noPlateau: Plateau = { best: null, badEpochs: 0, drops: 0 };

/** A figure counts as better above so many times the best: PyTorch's threshold. */
const threshold = 1 + 1e-4;

/**
 * Takes in an epoch's figure, as PyTorch's `ReduceLROnPlateau` does for one that should rise.
 *
 * @param figure of validation, at least 0
 * @param patience epochs to wait for a better one; the next without lowers the learning rate
 */
export function watchPlateau(
  { best, badEpochs, drops }: Plateau,
  figure: number,
  patience: number,
): Plateau {
  if (best === null || figure > best * threshold) return { best: figure, badEpochs: 0, drops };
  if (badEpochs < patience) return { best, badEpochs: badEpochs + 1, drops };
  return { best, badEpochs: 0, drops: drops + 1 };
}
