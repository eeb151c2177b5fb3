import { UserError } from "../lib/language/mod.ts";
import { catalogKeys, catalogOptions } from "./flags/catalog_flags.ts";
import { requireTogether } from "./flags/require_together.ts";
import { verifyCommand } from "./flags/verify_command.ts";
import { currentLanguage } from "./language/language.ts";
import { runTask } from "./output/run_task.ts";
import { verifyMessages as messages } from "./output/verify_messages.ts";

// Each way to verify is loaded only when it is asked for: two images need no charts.
await runTask("verify", async () => {
  const command = verifyCommand(currentLanguage()).parse(Deno.args, { from: "user" });
  const [a, b] = command.processedArgs;
  const options = { ...command.opts(), catalog: catalogOptions(command) };
  const { data, writePairs, embeddings } = options;
  requireTogether(command, "calibrate", ["replace"]);
  requireTogether(command, "writePairs", ["folds", "pairsPerFold", "seed"]);
  if (embeddings !== undefined) {
    if (a !== undefined) throw new UserError(messages.imagesAndEmbeddings({ image: a }));
    const { measureEmbeddingFile } = await import("./verify/measure_embedding_file.ts");
    return await measureEmbeddingFile(embeddings, options);
  }
  if (data === undefined) {
    requireTogether(command, "data", [
      ...["pairs", "mode", "includeSeen", "out", "writePairs", "calibrate"] as const,
      ...catalogKeys,
    ]);
    if (a === undefined || b === undefined) {
      throw new UserError(messages.twoImagesExpected({ count: a === undefined ? 0 : 1 }));
    }
    const { compareImages } = await import("./verify/compare_images.ts");
    return await compareImages(a, b, options);
  }
  if (a !== undefined) throw new UserError(messages.imagesAndFolder({ image: a }));
  if (writePairs !== undefined) {
    const { writePairList } = await import("./verify/write_pair_list.ts");
    return await writePairList(data, writePairs, options);
  }
  const { measureFolder } = await import("./verify/measure_folder.ts");
  await measureFolder(data, options);
});
