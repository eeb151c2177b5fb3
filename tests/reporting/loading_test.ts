import assert from "node:assert/strict";

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

Deno.test("a program that writes no report does not load what renders charts", async () => {
  const chartLibraries = /\/(echarts|@resvg\/resvg-wasm|dejavu-fonts-ttf|umap-js|preact)@/;
  const main = await loadedModules(new URL("../../mod.ts", import.meta.url));
  assert.ok(main.length > 100, `${main.length} modules`);
  assert.deepEqual(main.filter((specifier) => chartLibraries.test(specifier)), []);
  const charts = await loadedModules(
    new URL("../../lib/reporting/charts/mod.ts", import.meta.url),
  );
  assert.ok(charts.some((specifier) => chartLibraries.test(specifier)));
});
