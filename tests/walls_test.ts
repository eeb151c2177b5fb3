import assert from "node:assert/strict";
import { join, relative, sep } from "node:path";
import { needs } from "./needs.ts";
import { findBreaches } from "./walls.ts";

const root = join(import.meta.dirname!, "..");

Deno.test({
  name: "no file breaks a wall between folders",
  ...needs({ read: true }),
  fn() {
    const sources = new Map<string, string>();
    for (const folder of ["lib", "kernels", "tasks", "data"]) {
      readSources(join(root, folder), sources);
    }
    sources.set("mod.ts", Deno.readTextFileSync(join(root, "mod.ts")));
    for (const room of ["lib/dataset/", "lib/evaluation/", "kernels/reference/", "tasks/"]) {
      assert([...sources.keys()].some((path) => path.startsWith(room)), `nothing read in ${room}`);
    }
    assert.deepEqual(findBreaches(sources), []);
  },
});

const planted: [path: string, code: string][] = [
  ["kernels/a.ts", `import { x } from "../lib/x.ts";`],
  ["kernels/a.ts", `import * as v from "valibot";`],
  ["kernels/a.ts", `const text = Deno.readTextFileSync("x");`],
  ["kernels/reference/a.ts", `import type { Tensor } from "@tensorflow/tfjs";`],
  ["kernels/reference/a.ts", `export { x } from "../x.ts";`],
  ["lib/dataset/a.ts", `import * as tf from "@tensorflow/tfjs";`],
  ["lib/evaluation/a.ts", `const tf = await import("npm:@tensorflow/tfjs@4.22.0");`],
  ["lib/evaluation/a.ts", `import { b } from "../model/b.ts";`],
  ["lib/language/a.ts", `import * as tf from "@tensorflow/tfjs";`],
  ["lib/io/a.ts", `import * as echarts from "echarts/core";`],
  ["lib/images/formats/a.ts", `import type { Magick } from "@imagemagick/magick-wasm";`],
  ["lib/a.ts", `import {\n  a,\n  b,\n} from "../tasks/output/table.ts";`],
  ["lib/a.ts", `import "../tests/needs.ts";`],
  ["lib/deep/a.ts", `export * from "../../mod.ts";`],
  ["lib/a.ts", `new Worker(new URL("../tasks/b.ts", import.meta.url), { type: "module" });`],
  ["lib/a.ts", `const task = Deno.args[0];`],
  ["lib/a.ts", `if (broken) Deno.exit(2);`],
  ["lib/a.ts", `const link = "https://x"; console.log(link);`],
  ["data/a.ts", `process.stdout.write("x");`],
  ["lib/losses/a.ts", `import { mine } from "../miners/mine.ts";`],
  ["lib/miners/a.ts", `import { loss } from "../losses/loss.ts";`],
  ["lib/a.ts", `import { b } from "./losses/mod.ts";`],
  ["kernels/mining/a.ts", `export * from "../mod.ts";`],
  ["lib/dataset/mod.ts", `export { b } from "../model/b.ts";`],
  ["tasks/a.ts", `import { b } from "./b.ts";`],
  ["tasks/a.ts", `import { b } from "../tests/mod.ts";`],
  ["tasks/flags/a.ts", `import { b } from "../verify/b.ts";`],
  ["tasks/a.ts", `import { b } from "../lib/b.ts";`],
  ["tasks/a.ts", `type B = typeof import("../kernels/b.ts");`],
  ["tasks/output/a.ts", `import { main } from "../train.ts";`],
  ["tasks/output/a.ts", `import * as tf from "@tensorflow/tfjs";`],
  ["lib/a.ts", `import { concat } from "jsr:@std/bytes";`],
  ["lib/dataset/catalog/a.ts", `import { b } from "../sampling/b.ts";`],
  ["lib/images/formats/a.ts", `import type { B } from "../decode/b.ts";`],
  ["kernels/runtime/a.ts", `import { b } from "../mining/b.ts";`],
  ["tasks/language/a.ts", `import { b } from "../flags/b.ts";`],
  ["lib/model/a.ts", `import { b } from "./a.ts";`],
  ["lib/web/engine/worker.ts", `import { b } from "../../model/reads.ts";`],
  ["lib/web/engine/thread.ts", `const bytes = await Deno.readFile("x");`],
  ["lib/web/page/app.tsx", `import { join } from "node:path";`],
];
for (const [path, code] of planted) {
  Deno.test(`a planted breach is found: ${code.replaceAll("\n", " ")} in ${path}`, () => {
    const others = new Map([
      ["lib/model/b.ts", `import "@tensorflow/tfjs";`],
      ["lib/model/reads.ts", `export const b = Deno.readFileSync("x");`],
    ]);
    const breaches = findBreaches(new Map([...others, [path, code]]));
    assert.ok(breaches.length > 0);
    assert(breaches.every((breach) => breach.startsWith(`${path}: `)), breaches.join("\n"));
  });
}

Deno.test("what the walls allow is no breach", () => {
  const allowed = new Map([
    ["kernels/a.ts", `import wgsl from "./a.wgsl" with { type: "text" };`],
    ["kernels/b.ts", `import * as tf from "@tensorflow/tfjs"; /* as Deno.readFile */`],
    ["kernels/reference/a.ts", `import { b } from "./b.ts";`],
    ["lib/model/a.ts", `import * as tf from "@tensorflow/tfjs";\n// console.log(tf)`],
    [
      "lib/dataset/a.ts",
      `import { UserError } from "../language/user_error.ts"; Array.from("ab");`,
    ],
    ["lib/a.ts", `/** @example import { x } from "../mod.ts"; */ await Deno.readFile(path);`],
    ["tasks/a.ts", `import { train } from "../mod.ts"; import { b } from "./output/b.ts";`],
    ["tasks/b.ts", `import { Command } from "commander"; Deno.exit(0); console.log(Deno.args);`],
    ["tasks/c.ts", `import { b } from "../lib/dataset/mod.ts"; await import("./verify/b.ts");`],
    ["tasks/d.ts", `import { b } from "../kernels/mod.ts"; import { c } from "../data/mod.ts";`],
    ["lib/losses/mod.ts", `export { b } from "./b.ts"; export { c } from "../model/c.ts";`],
    ["tasks/output/a.ts", `import { UserError } from "../../mod.ts"; import "./b.ts";`],
    ["mod.ts", `export { a } from "./lib/a.ts";`],
    ["lib/model/reads.ts", `export type B = string; export const b = await Deno.readFile("x");`],
    ["lib/web/engine/worker.ts", `import type { B } from "../../model/reads.ts";`],
    ["lib/web/site/a.ts", `import { b } from "../../model/reads.ts";`],
  ]);
  assert.deepEqual(findBreaches(allowed), []);
});

function readSources(folder: string, sources: Map<string, string>): void {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = join(folder, name);
    if (isDirectory) readSources(path, sources);
    else if (/\.tsx?$/.test(name)) {
      sources.set(relative(root, path).replaceAll(sep, "/"), Deno.readTextFileSync(path));
    }
  }
}
