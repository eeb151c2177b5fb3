import { join } from "node:path";
import { parseModelMetadata } from "../../../lib/model_file/parse_model_metadata.ts";
import { modelMetadataToStrings } from "../../../lib/model_file/model_metadata_schema.ts";
import { parseSafetensors } from "../../../lib/model_file/parse_safetensors.ts";
import { readLayersModel } from "../../../lib/model_file/read_layers_model.ts";
import { SeenImages } from "../../../lib/model_file/seen_images.ts";
import { readConfig } from "../../../lib/training/run_folder/read_config.ts";
import { readMetrics } from "../../../lib/training/run_folder/epoch_metrics.ts";
import { parsePairList } from "../../../lib/verification/pair_lists/parse_pair_list.ts";
import { needs } from "../../needs.ts";
import { metadata } from "../../verification/fixtures.ts";
import { Tally } from "./tally.ts";
import { fullTest } from "../../slow.ts";

const mebibyte = 2 ** 20;

/** As many parts as fit into a MiB beside some words, apart by commas. */
function filled(part: (i: number) => string): string {
  const parts: string[] = [];
  for (let i = 0, length = 0; length < mebibyte - 3000; i++) {
    parts.push(part(i));
    length += parts.at(-1)!.length + 1;
  }
  return parts.join(",");
}

/** Nested as deep as fits. */
const nested = (open: string, close: string) => {
  const depth = Math.floor((mebibyte - 3000) / (open.length + close.length));
  return `${open.repeat(depth)}1${close.repeat(depth)}`;
};
const fillings: readonly string[] = [
  ...["-1", "1", "{}", "[]", '""', "null", '{"a":{}}'].map((text) => `[${filled(() => text)}]`),
  ...["1", "null", '"a"', "{}"].map((text) => `{${filled((i) => `"${i}":${text}`)}}`),
  ...[nested("[", "]"), nested('{"a":', "}")],
];

function safetensors(header: string): Uint8Array {
  const json = new TextEncoder().encode(header);
  const bytes = new Uint8Array(8 + json.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  return bytes;
}

fullTest({
  name: "the longest files that are read end within seconds, whatever fills them",
  ...needs({ read: true, write: true }),
  async fn() {
    const folder = await Deno.makeTempDir();
    const path = join(folder, "file.json");
    const tally = new Tally();
    const strings = modelMetadataToStrings(metadata);
    const written = async (text: string, read: (path: string) => Promise<unknown>) => {
      await Deno.writeTextFile(path, text);
      return await read(path);
    };
    try {
      const entry = (i: number) => `"${i}":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}`;
      await tally.take("tensors", () => parseSafetensors(safetensors(`{${filled(entry)}}`), "x"));
      for (const [i, filling] of fillings.entries()) {
        const take = (what: string, read: () => unknown) => tally.take(`${what} ${i}`, read);
        const headers = [
          filling,
          `{"__metadata__":${filling}}`,
          `{"a":${filling}}`,
          `{"a":{"dtype":"U8","shape":${filling},"data_offsets":[0,0]}}`,
        ];
        for (const header of headers) {
          await take("header", () => parseSafetensors(safetensors(header), "x"));
        }
        for (const name of ["mean", "calibration", "heldOut"] as const) {
          const inner = strings[name]!.replace(/(\[|\{)[^[{]*?(\]|\})/, () => filling);
          await take(name, () => parseModelMetadata({ ...strings, [name]: inner }, "x"));
        }
        const layers = [
          filling,
          `[{"paths":${filling},"weights":[]}]`,
          `[{"paths":[],"weights":${filling}}]`,
        ];
        for (const groups of layers) {
          const json = `{"weightsManifest":${groups}}`;
          await take("layers", () => written(json, readLayersModel));
        }
        for (const config of [filling, `{"augment":${filling}}`, `{"loss-options":${filling}}`]) {
          await take("config", () => written(config, readConfig));
        }
        await take("metrics", () => written(`${filling}\n`, readMetrics));
      }
      await tally.take("no metrics", () => written("\n".repeat(2 ** 24), readMetrics));
      await Deno.writeTextFile(join(folder, "seen.txt"), "\n".repeat(2 ** 26));
      await tally.take("nothing seen", () => SeenImages.read(folder));
      await tally.take("no pairs", () => parsePairList("\n".repeat(2 ** 20)));
      await tally.take("a long pair", () => parsePairList("a ".repeat(2 ** 20)));
      tally.tell("the longest files");
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
