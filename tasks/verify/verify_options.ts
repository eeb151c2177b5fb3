import type { CatalogOptions } from "../../lib/dataset/mod.ts";
import { newestRun } from "../../lib/model_file/mod.ts";
import type { ThresholdChoice } from "../../lib/verification/mod.ts";
import type { verifyCommand } from "../flags/verify_command.ts";

/** What the flags of `deno task verify` give. */
export type VerifyOptions = ReturnType<ReturnType<typeof verifyCommand>["opts"]> & {
  /** Which images of a folder count, and where their labels are. */
  readonly catalog: CatalogOptions;
};

/** The run whose model verifies, or its model file. */
export async function chosenRun({ model }: VerifyOptions): Promise<string> {
  return model ?? await newestRun("runs");
}

/** The threshold that is asked for; undefined for the model's own. */
export function thresholdChoice(
  { far, threshold, thresholdName: name }: VerifyOptions,
): ThresholdChoice | undefined {
  if (name !== undefined) return far === undefined ? { name } : { name, far };
  if (far !== undefined) return { far };
  return threshold === undefined ? undefined : { threshold };
}
