import { join, relative, sep } from "node:path";

const root = join(import.meta.dirname!, "..");

/** A text in both languages, as a source file defines it. */
export interface WrittenText {
  /** Where it is, relative to the repository's root, with `/` between the parts. */
  readonly path: string;
  /** Its code, such as `dataset.folderMissing`; undefined for a text outside a catalogue. */
  readonly code?: string;
  /** `…` stands where the source computes a part; null where it computes all. */
  readonly en: string | null;
  readonly ja: string | null;
}

/**
 * Finds every object `{ en, ja }` in the program's sources: messages, help texts, labels. Pairs of other
 * things than strings, such as whole word lists, are left out.
 */
export async function writtenTexts(): Promise<WrittenText[]> {
  const found: WrittenText[] = [];
  for (const folder of ["lib", "tasks", "data"]) {
    for await (const path of typescriptFiles(join(root, folder))) {
      const name = relative(root, path).replaceAll(sep, "/");
      found.push(...textsIn(name, await Deno.readTextFile(path)));
    }
  }
  return found;
}

async function* typescriptFiles(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) yield* typescriptFiles(path);
    else if (/\.tsx?$/.test(name)) yield path;
  }
}

/** Finds the texts of one source, with a rule for Deno's linter that reports nothing. */
export function textsIn(path: string, source: string): WrittenText[] {
  const codes = new Map<Deno.lint.Node, string>();
  const found: WrittenText[] = [];
  const create = (): Deno.lint.LintVisitor => ({
    CallExpression({ callee, arguments: [area, catalog] }) {
      if (callee.type !== "Identifier" || callee.name !== "defineMessages") return;
      if (area?.type !== "Literal" || catalog?.type !== "ObjectExpression") return;
      for (const property of catalog.properties) {
        if (property.type !== "Property") continue;
        codes.set(property.value, `${area.value}.${keyOf(property)}`);
      }
    },
    ObjectExpression(node) {
      const values = new Map(
        node.properties.flatMap((property) =>
          property.type === "Property" ? [[keyOf(property), property.value] as const] : []
        ),
      );
      if (values.size !== 2 || !values.has("en") || !values.has("ja")) return;
      const [en, ja] = ["en", "ja"].map((language) => textOf(values.get(language)!));
      if (en === null && ja === null) return;
      found.push({ path, code: codes.get(node), en: en!, ja: ja! });
    },
  });
  Deno.lint.runPlugin({ name: "look", rules: { on: { create } } }, path, source);
  return found;
}

function keyOf({ key }: Deno.lint.Property): string | undefined {
  return key.type === "Identifier" ? key.name : key.type === "Literal" ? `${key.value}` : undefined;
}

/** The text that an expression stands for; null where it is computed. */
function textOf(node: Deno.lint.Node): string | null {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral") {
    return node.quasis.map(({ cooked }) => cooked).join("…");
  }
  if (node.type === "BinaryExpression" && node.operator === "+") {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    return left === null && right === null ? null : `${left ?? "…"}${right ?? "…"}`;
  }
  return null;
}
