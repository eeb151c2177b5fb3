import { requireNewFile } from "../lib/io/mod.ts";
import { escapeControls } from "../lib/language/mod.ts";
import { newestRun } from "../lib/model_file/mod.ts";
import { loadVerifier } from "../lib/model/mod.ts";
import { embedFolder, findEmbeddingFormat } from "../lib/verification/mod.ts";
import { cacheFolder } from "./flags/cache_folder.ts";
import { catalogOptions } from "./flags/catalog_flags.ts";
import { displayPath } from "./flags/display_path.ts";
import { embedCommand } from "./flags/embed_command.ts";
import { currentLanguage, translate } from "./language/language.ts";
import { describeStage } from "./output/describe_stage.ts";
import { embedMessages as messages } from "./output/embed_messages.ts";
import { indexImages } from "./output/index_images.ts";
import { printJson } from "./output/print_json.ts";
import { startProgress } from "./output/progress.ts";
import { runTask } from "./output/run_task.ts";

/** Files left out that are named; of the rest only the number is shown. */
const mostNamed = 5;

await runTask("embed", async () => {
  const command = embedCommand(currentLanguage()).parse(Deno.args, { from: "user" });
  const { data, out, model, backend, json } = command.opts();
  const files = findEmbeddingFormat(out).files(out);
  for (const file of files) await requireNewFile(file, "out");
  const say = (line: string) => console.error(`embed: ${escapeControls(line)}`);
  const catalog = await indexImages(data, catalogOptions(command), say);
  const run = model ?? await newestRun("runs");
  using verifier = await loadVerifier(run, backend);
  const progress = startProgress(translate(messages.embedding()), 1);
  const { images, skipped } = await embedFolder(verifier, catalog, {
    file: out,
    cacheFolder: cacheFolder(),
    onProgress: (done, total) =>
      progress.update(done / total, describeStage({ stage: "embedding", done, total })),
  }).finally(() => progress.stop());
  for (const { path, reason } of skipped.slice(0, mostNamed)) {
    say(translate(messages.leftOut({ path, reason })));
  }
  if (skipped.length > mostNamed) {
    say(translate(messages.leftOutMore({ count: skipped.length - mostNamed })));
  }
  const dimension = verifier.metadata.embeddingSize;
  const identities = catalog.identities.length;
  if (json) {
    printJson({ files: files.map(displayPath), images, identities, dimension }, {
      leftOut: skipped,
    });
  } else {
    const shown = files.map(displayPath).join(", ");
    console.log(translate(messages.wrote({ images, identities, dimension, files: shown })));
  }
});
