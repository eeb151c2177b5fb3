import { benchIndexing } from "../data/indexing.ts";
import type { Findings } from "./findings.ts";

/** Indexing beside a bare walk. */
export async function measureIndex(): Promise<Findings> {
  const index = await benchIndexing();
  return {
    rows: [[
      `index, ${index.files} files of ${index.bytesAFile} bytes`,
      `${index.filesPerSecond.toFixed(0)} files/s, a bare walk ${
        index.bareFilesPerSecond.toFixed(0)
      }, ${index.againstBareWalk.toFixed(2)} x its time`,
    ]],
    document: { index },
  };
}
