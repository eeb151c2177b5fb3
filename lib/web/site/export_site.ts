import { join } from "node:path";
import { ifExists } from "../../io/if_exists.ts";
import { readPackageFile } from "../../io/read_package_file.ts";
import { requireOutputFolder } from "../../io/require_output_folder.ts";
import { modelFile } from "../../model_file/find_model.ts";
import { bundleScripts } from "./bundle_scripts.ts";
import theme from "../../theme/theme.css" with { type: "text" };
import licenses from "./licenses.txt" with { type: "text" };
import { pageModel } from "./page_model.ts";

/** What a page consists of. */
export interface ExportedSite {
  /** Its files. */
  readonly files: number;
  /** All their bytes. */
  readonly bytes: number;
  /** Bytes of the model. */
  readonly modelBytes: number;
  /** Bytes of all but the model, compressed by gzip, as most servers send them. */
  readonly compressedBytes: number;
}

type Files = Map<string, Uint8Array<ArrayBuffer>>;

/** The service worker's script, by the name that its scope asks for. */
const serviceWorker = "sw.js";

/**
 * Writes a page that runs a model in the browser: static files, for any web server. It works offline
 * after the first visit, and images never leave the device.
 *
 * The model file in it carries no name of a folder. Identities of the training are not in it.
 *
 * This takes Deno's bundler, `"unstable": ["bundle"]` in your `deno.json`. Deno fetches it from npm the
 * first time.
 *
 * @param run the folder of the run, or its model file
 * @param folder where to write; new or empty
 * @throws {UserError} if the run has no model, the folder holds something, or there is no bundler;
 *   nothing is left in the folder then
 *
 * @example
 * ```ts
 * import { exportSite } from "@futago/futago/site";
 *
 * const { files, compressedBytes } = await exportSite("runs/faces", "site");
 * console.log(files, compressedBytes);
 * ```
 */
export async function exportSite(run: string, folder: string): Promise<ExportedSite> {
  await requireOutputFolder(folder, { inputs: [] });
  const model = await pageModel(run);
  const files = await collectFiles(model);
  await writeFiles(files, folder);
  const others = [...files].filter(([name]) => name !== modelFile).map(([, bytes]) => bytes);
  const sum = (sizes: number[]) => sizes.reduce((a, b) => a + b, 0);
  return {
    files: files.size,
    bytes: sum([...files.values()].map(({ length }) => length)),
    modelBytes: model.length,
    compressedBytes: sum(await Promise.all(others.map(compressedSize))),
  };
}

async function collectFiles(model: Uint8Array<ArrayBuffer>): Promise<Files> {
  const files: Files = new Map([
    [modelFile, model],
    [
      "tfjs.wasm",
      readPackageFile(
        import.meta.resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm"),
      ),
    ],
  ]);
  for (const [name, script] of await bundleAll()) files.set(name, script);
  files.set("theme.css", new TextEncoder().encode(theme));
  const statics = new URL("../page/static/", import.meta.url);
  for await (const { name, isFile } of Deno.readDir(statics)) {
    if (isFile) files.set(name, await Deno.readFile(new URL(name, statics)));
  }
  const worker = files.get("service_worker.js")!;
  files.delete("service_worker.js");
  files.set(serviceWorker, await withFileList(worker, files));
  // It is for readers, so that the page does not keep it.
  files.set("LICENSES.txt", new TextEncoder().encode(licenses));
  return files;
}

async function bundleAll(): Promise<Files> {
  const urls = (...modules: string[]) => modules.map((module) => new URL(module, import.meta.url));
  const page = urls("../page/app.tsx", "../page/service_worker.ts", "../engine/thread.ts");
  const tensorFlow = "./tensorflow.js";
  return new Map([
    ...await bundleScripts(page),
    ...await bundleScripts(urls("../engine/tensorflow.ts"), { format: "esm" }),
    ...await bundleScripts(urls("../engine/worker.ts"), {
      format: "esm",
      elsewhere: { "@tensorflow/tfjs": tensorFlow, "@tensorflow/tfjs-core": tensorFlow },
    }),
  ]);
}

/**
 * Tells the service worker which files the page keeps, each with a hash of its content, so that browsers
 * fetch it again when it changes, and not otherwise.
 */
async function withFileList(
  script: Uint8Array<ArrayBuffer>,
  files: Files,
): Promise<Uint8Array<ArrayBuffer>> {
  const list = await Promise.all(
    [...files].sort().map(async ([name, bytes]) => [name, await hash(bytes)]),
  );
  const head = `self.futagoFiles=${JSON.stringify(list)};\n`;
  return new Uint8Array(await new Blob([head, script]).arrayBuffer());
}

async function hash(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex().slice(0, 16);
}

async function compressedSize(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const compressed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(compressed).arrayBuffer()).byteLength;
}

/** Writes all files, or, where one of them cannot be written, none. */
async function writeFiles(files: Files, folder: string): Promise<void> {
  const written: string[] = [];
  const existed = await ifExists(Deno.stat(folder)) !== null;
  await Deno.mkdir(folder, { recursive: true });
  try {
    for (const [name, bytes] of files) {
      const path = join(folder, name);
      written.push(path);
      await Deno.writeFile(path, bytes);
    }
  } catch (error) {
    for (const path of written) await Deno.remove(path).catch(() => {});
    if (!existed) await Deno.remove(folder);
    throw error;
  }
}
