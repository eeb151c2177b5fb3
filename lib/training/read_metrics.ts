import type { EpochMetrics } from "./metrics_log.ts";

/**
 * Reads a run's `metrics.jsonl`. A line that a kill cut short is no JSON, and counts as not written.
 *
 * @returns a line an epoch; none where there is no such file
 */
export async function readMetrics(path: string): Promise<EpochMetrics[]> {
  const text = await Deno.readTextFile(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  });
  return text.split("\n").map(parseLine).filter((line) => line !== null);
}

function parseLine(line: string): EpochMetrics | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
