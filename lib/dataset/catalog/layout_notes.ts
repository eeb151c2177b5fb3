import { join } from "node:path";
import type { UserMessage } from "../../language/user_message.ts";
import { datasetMessages as messages } from "../messages.ts";
import type { Catalog } from "./catalog.ts";
import type { CatalogSettings } from "./catalog_options.ts";
import { partNamed } from "./part_names.ts";

/** What `layoutNotes` looks at. */
export interface Layout extends Pick<Catalog, "root" | "identities" | "images" | "parts"> {
  /** How the folder was indexed. */
  readonly settings: CatalogSettings;
  /** Usable images outside of all identities. */
  readonly strays: number;
  /** Names that are spelled in two Unicode forms. */
  readonly spelledTwice: readonly string[];
}

/**
 * Says how the layout of a folder was read where that is not plain, and where it looks like another one
 * is meant: what to do comes first.
 */
export function layoutNotes(layout: Layout): UserMessage[] {
  return [...hints(layout), ...partsNote(layout), ...spellingsNote(layout)];
}

/** Of the notes, the one that says what to do where a folder has too few identities; if there is one. */
export function layoutAdvice(notes: readonly UserMessage[]): UserMessage | undefined {
  return notes.find(({ code }) => /\.note(Flat|Shallow|OneFolder)$/.test(code));
}

/** What to do where images are probably not where identities are looked for. */
function hints({ root, identities, images, parts, settings, strays }: Layout): UserMessage[] {
  const { labels, labelDepth } = settings;
  if (labels !== null) return [];
  if (strays > images.length) {
    return [
      labelDepth > 1
        ? messages.noteShallow({
          count: strays,
          depth: labelDepth,
          labelDepth: { option: "labelDepth" },
        })
        : messages.noteFlat({ count: strays, labels: { option: "labels" } }),
    ];
  }
  const inner = innerFolders(images, labelDepth + (parts ? 1 : 0));
  if (inner <= identities.length) return [];
  if (identities.length === 1 && labelDepth === 1 && !parts) {
    const [folder] = identities as [string];
    return [messages.noteOneFolder({ root, folder, count: inner, inner: join(root, folder) })];
  }
  return [messages.noteNested({
    identities: identities.length,
    count: inner,
    labelDepth: { option: "labelDepth" },
    depth: labelDepth + 1,
  })];
}

/**
 * How many folders lie in those of the identities; 0 if an image lies beside them.
 *
 * @param images sorted by path, so that those of a folder follow each other
 * @param depth folders that lead to an identity's images
 */
function innerFolders(images: Catalog["images"], depth: number): number {
  let count = 0, last = "";
  for (const { path } of images) {
    if (last !== "" && path.startsWith(last)) continue;
    let end = 0;
    for (let level = 0; level <= depth; level++) {
      end = path.indexOf("/", end) + 1;
      if (end === 0) return 0;
    }
    last = path.slice(0, end);
    count++;
  }
  return count;
}

function partsNote({ identities, images, parts, settings }: Layout): UserMessage[] {
  if (settings.labels !== null) return [];
  if (parts) {
    const folders = new Set(images.values().map(({ path }) => path.slice(0, path.indexOf("/"))));
    return [messages.noteParts({ folders: quoted([...folders]) })];
  }
  const named = identities.filter((name) => partNamed(name) !== undefined);
  const found = new Set(named.map(partNamed));
  if (settings.labelDepth > 1 || !found.has("train") || found.size < 2) return [];
  return [messages.notePartsBeside({
    folders: quoted(named),
    exclude: { option: "exclude" },
  })];
}

function spellingsNote({ spelledTwice }: Layout): UserMessage[] {
  const [name] = spelledTwice;
  return name === undefined ? [] : [messages.noteSpellings({ count: spelledTwice.length, name })];
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
