import assert from "node:assert/strict";
import { needs } from "./needs.ts";

interface ModuleGraph {
  readonly roots: readonly string[];
  readonly redirects: Readonly<Record<string, string>>;
  readonly modules: readonly {
    readonly specifier: string;
    readonly dependencies?: readonly {
      readonly code?: { readonly specifier: string };
      readonly isDynamic?: boolean;
    }[];
  }[];
}

/** All modules that a program loads when it starts. */
async function loadedModules(entry: URL): Promise<string[]> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", entry.href],
  }).output();
  const { roots, redirects, modules }: ModuleGraph = JSON.parse(new TextDecoder().decode(stdout));
  const dependencies = new Map(modules.map((module) => [module.specifier, module.dependencies]));
  const loaded = new Set(roots);
  for (const specifier of loaded) {
    for (const { code, isDynamic } of dependencies.get(specifier) ?? []) {
      if (code && !isDynamic) loaded.add(redirects[code.specifier] ?? code.specifier);
    }
  }
  return [...loaded];
}

const chartLibraries = /\/(echarts|@resvg\/resvg-wasm|dejavu-fonts-ttf|umap-js|preact)@/;
const heavy =
  /\/(@tensorflow\/[^@]+|echarts|@resvg\/resvg-wasm|@imagemagick\/magick-wasm|imagescript)@/;

async function modulesOf(path: string): Promise<string[]> {
  return await loadedModules(new URL(`../${path}`, import.meta.url));
}

Deno.test(
  "a program that writes no report does not load what renders charts",
  needs({ read: true }),
  async () => {
    const main = await modulesOf("mod.ts");
    assert.ok(main.length > 100, `${main.length} modules`);
    assert.deepEqual(main.filter((specifier) => chartLibraries.test(specifier)), []);
    const charts = await modulesOf("lib/reporting/charts/mod.ts");
    assert.ok(charts.some((specifier) => chartLibraries.test(specifier)));
  },
);

Deno.test(
  "estimate-pairs loads no TensorFlow.js, no charts and no decoder",
  needs({ read: true }),
  async () => {
    const modules = await modulesOf("tasks/estimate_pairs.ts");
    assert.ok(modules.some((specifier) => specifier.endsWith("/index_folder.ts")));
    assert.deepEqual(modules.filter((specifier) => heavy.test(specifier)), []);
    assert.ok((await modulesOf("tasks/doctor.ts")).some((specifier) => heavy.test(specifier)));
  },
);

Deno.test(
  "verify loads what two images need, and the rest on demand",
  needs({ read: true }),
  async () => {
    const start = await modulesOf("tasks/verify.ts");
    assert.deepEqual(start.filter((specifier) => heavy.test(specifier)), []);
    const two = await modulesOf("tasks/verify/compare_images.ts");
    assert.deepEqual(
      two.filter((specifier) => /\/lib\/(reporting|training)\//.test(specifier)),
      [],
    );
    assert.deepEqual(two.filter((specifier) => chartLibraries.test(specifier)), []);
  },
);
