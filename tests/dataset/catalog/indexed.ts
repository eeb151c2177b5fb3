import { join } from "node:path";
import type { CatalogOptions } from "../../../lib/dataset/catalog/catalog_options.ts";
import { indexFolder } from "../../../lib/dataset/catalog/index_folder.ts";
import { formatMessage, type UserMessage } from "../../../lib/language/user_message.ts";
import { imageFiles } from "../../images/fixtures/image_files.ts";

/** Indexes a folder that `fill` writes; `{ put, link }` take paths relative to it. */
export async function indexed(
  fill: (folder: {
    root: string;
    put: (path: string, bytes: Uint8Array | string) => Promise<void>;
    link: (path: string, target: string) => Promise<void>;
    folder: (path: string) => Promise<void>;
  }) => Promise<void>,
  options: CatalogOptions | ((root: string) => CatalogOptions) = {},
) {
  const root = await Deno.makeTempDir();
  try {
    const folder = (path: string) => Deno.mkdir(join(root, path), { recursive: true });
    await fill({
      root,
      folder,
      put: async (path, bytes) => {
        await folder(join(path, ".."));
        const content = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
        await Deno.writeFile(join(root, path), content);
      },
      link: (path, target) => Deno.symlink(target, join(root, path)),
    });
    const given = typeof options === "function" ? options(root) : options;
    const catalog = await indexFolder(root, given);
    return {
      ...catalog,
      paths: catalog.images.map(({ path }) => path),
      names: catalog.images.map(({ label }) => catalog.identities[label]!),
      said: catalog.notes.map((note) => formatMessage(note).replaceAll(root, "ROOT")),
      reasons: Object.fromEntries(
        catalog.leftOut.map(({ path, reason }) => [path, textOf(reason)]),
      ),
    };
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

/** The text of a reason, without the list of formats, which grows. */
function textOf(reason: UserMessage): string {
  return formatMessage(reason).replace(/ \(supported formats: .+\)$/, "");
}

let made = 0;

/** An image like no other: a png may carry bytes behind its end. */
export function imageFile(name = "rgb.png"): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.fromBase64(imageFiles.find((p) => p.name === name)!.bytes);
  return new Uint8Array([...bytes, ...new TextEncoder().encode(`${made++}`)]);
}
