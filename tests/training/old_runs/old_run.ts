import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { readImage } from "../../../lib/images/decode/read_image.ts";
import { loadVerifier } from "../../../lib/model/load_verifier.ts";
import { verifyPair } from "../../../lib/verification/verify_pair.ts";

/** What the program that wrote an old run came to with it, in the names of today. */
export interface Expected {
  /** Of the model, before the run resumed: of one identity, and of two. */
  readonly similarities: readonly number[];
  /** The metrics of the epoch that the run resumed in. */
  readonly resumed: Readonly<Record<string, unknown>>;
  readonly best: unknown;
  readonly heldOutAuc: number;
}

/** Files of a run that are kept as they are. */
const plain = ["config.json", "duplicates.json", "metrics.jsonl", "seen.txt", "split.json"];
/** Files of a run that are kept compressed, by their names here. */
const compressed = {
  "model.safetensors.gz": "model.safetensors",
  "checkpoint.safetensors.gz": join("checkpoint", "state.safetensors"),
};
/** Stands for the folder of images in a kept `config.json`. */
const placeholder = "DATA";

/** Copies an old run from where it is kept into a folder, with another folder of images. */
export async function restoreRun(kept: string, run: string, data: string): Promise<void> {
  await Deno.mkdir(join(run, "checkpoint"), { recursive: true });
  for (const name of plain) {
    const text = await Deno.readTextFile(join(kept, name)).catch(() => null);
    if (text !== null) {
      await Deno.writeTextFile(
        join(run, name),
        text.replace(`"${placeholder}"`, JSON.stringify(data)),
      );
    }
  }
  for (const [name, path] of Object.entries(compressed)) {
    const bytes = await Deno.readFile(join(kept, name)).catch(() => null);
    if (bytes) await Deno.writeFile(join(run, path), gunzipSync(bytes));
  }
}

/** Keeps a run: the other way round from {@linkcode restoreRun}. */
export async function keepRun(run: string, kept: string, data: string): Promise<void> {
  await Deno.mkdir(kept, { recursive: true });
  for (const name of plain) {
    const text = await Deno.readTextFile(join(run, name));
    await Deno.writeTextFile(
      join(kept, name),
      text.replace(JSON.stringify(data), `"${placeholder}"`),
    );
  }
  for (const [name, path] of Object.entries(compressed)) {
    await Deno.writeFile(
      join(kept, name),
      gzipSync(await Deno.readFile(join(run, path)), { level: 9 }),
    );
  }
}

/** How similar a run's model finds two images of one identity, and of two. */
export async function similaritiesOf(run: string, data: string): Promise<number[]> {
  const verifier = await loadVerifier(run, "wasm");
  const image = (name: string) => readImage(join(data, name));
  const [one, same, other] = [
    await image("一/一_1.bmp"),
    await image("一/一_2.bmp"),
    await image("丂/丂_2.bmp"),
  ];
  const verdicts = [await verifyPair(verifier, one, same), await verifyPair(verifier, one, other)];
  verifier[Symbol.dispose]();
  return verdicts.map(({ similarity }) => similarity);
}
