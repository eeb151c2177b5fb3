import { newestRun } from "../../lib/model_file/mod.ts";
import type { verifyCommand } from "../flags/verify_command.ts";

/** What the flags of `deno task verify` give. */
export type VerifyOptions = ReturnType<ReturnType<typeof verifyCommand>["opts"]>;

/** The run whose model verifies, or its model file. */
export async function chosenRun({ model }: VerifyOptions): Promise<string> {
  return model ?? await newestRun("runs");
}

/** The operating point that is asked for; undefined for the model's own. */
export function operatingPoint(
  { far, threshold }: VerifyOptions,
): { far: number } | { threshold: number } | undefined {
  if (far !== undefined) return { far };
  return threshold === undefined ? undefined : { threshold };
}
