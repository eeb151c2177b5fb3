import { SeenImages } from "../../model_file/seen_images.ts";
import type { TrainingData } from "./prepare_data.ts";

/** Writes which images a run sees: those that it trains on, and those that it validates on. */
export async function writeSeenImages(
  run: string,
  { catalog, train, validation }: TrainingData,
): Promise<void> {
  const trained = train.flat().map((index) => catalog.images[index]!.hash);
  const validated = validation.images.map((index) => validation.catalog.images[index]!.hash);
  await new SeenImages([...trained, ...validated]).write(run);
}
