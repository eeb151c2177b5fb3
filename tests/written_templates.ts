import { join } from "node:path";
import { message } from "../lib/language/message.ts";

const root = join(import.meta.dirname!, "..");
const tags = ["message", "reason", "phrase"];

/** The templates that the program's sources are written with, each once, and where it was met first. */
export async function writtenTemplates(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const folder of ["lib", "tasks", "data"]) {
    for await (const path of typescriptFiles(join(root, folder))) {
      for (const template of templatesIn(path, await Deno.readTextFile(path))) {
        if (!found.has(template)) found.set(template, path.slice(root.length + 1));
      }
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

/** Deno's linter knows the language; a rule of ours only looks on. */
function templatesIn(path: string, source: string): string[] {
  const found: string[] = [];
  const create = () => ({
    TaggedTemplateExpression({ tag, quasi }: Deno.lint.TaggedTemplateExpression) {
      if (tag.type !== "Identifier" || !tags.includes(tag.name)) return;
      const parts = quasi.quasis.map(({ cooked }) => cooked);
      const places = quasi.expressions.map((_, place) => place);
      found.push(message(parts as unknown as TemplateStringsArray, ...places).template);
    },
  });
  Deno.lint.runPlugin({ name: "look", rules: { on: { create } } }, path, source);
  return found;
}
