import { posix } from "node:path";

/**
 * The rooms, from the lowest to the highest. A file imports from its own room and from lower ones; a
 * room of several folders is a line of its own. The most specific folder counts.
 */
const rooms: readonly (readonly string[])[] = [
  ["kernels/reference"],
  ["kernels/wasm/runtime"],
  ["kernels/runtime"],
  ["kernels/conv"],
  ["kernels/distances", "kernels/wasm/ops", "kernels/webgpu/partial_sums"],
  ["kernels/webgpu/matmul", "kernels/webgpu/copy", "kernels/webgpu/squeeze_excite"],
  ["kernels/webgpu/conv"],
  ["kernels"],
  ["kernels/checks"],
  ["lib/language"],
  ["lib/io", "lib/options"],
  ["lib/images/formats"],
  ["lib/dataset/catalog"],
  ["lib/dataset/sampling"],
  ["lib/dataset/split"],
  ["lib/dataset/estimate"],
  ["lib/dataset/mod.ts"],
  ["lib/evaluation/similarities"],
  ["lib/evaluation/scores"],
  ["lib/evaluation/metrics"],
  ["lib/evaluation/curves"],
  ["lib/evaluation/identification"],
  ["lib/evaluation/threshold"],
  ["lib/evaluation/intervals"],
  ["lib/evaluation/mod.ts"],
  ["lib/distances"],
  ["lib/model_file"],
  ["lib/embedding_file"],
  ["lib/images/normalize"],
  ["lib/images/encode", "lib/images/augment"],
  ["lib/images/decode"],
  ["lib/images/cache"],
  ["lib/images/near_copies"],
  ["lib/images"],
  ["lib/backends"],
  ["lib/doctor"],
  ["lib/model/layers"],
  ["lib/model/backbones"],
  ["lib/model/weights"],
  ["lib/model"],
  ["lib/onnx"],
  ["lib/miners", "lib/losses", "lib/optimizers", "lib/schedules"],
  ["lib/verification/pair_lists"],
  ["lib/verification"],
  ["lib/identification"],
  ["lib/reporting/charts"],
  ["lib/reporting/report/content"],
  ["lib/reporting/report/images"],
  ["lib/reporting/report/page"],
  ["lib/reporting/report/sections"],
  ["lib/reporting/report"],
  ["lib/reporting/tensorboard"],
  ["lib/reporting"],
  ["lib/training/settings"],
  ["lib/training/run_folder"],
  ["lib/training/data"],
  ["lib/training/loop"],
  ["lib/training/report"],
  ["lib/training/folds"],
  ["lib/training"],
  ["lib/web/engine"],
  ["lib/web/page"],
  ["lib/web/site"],
  ["data"],
  ["mod.ts"],
  ["tasks/language"],
  ["tasks/flags"],
  ["tasks/output"],
  ["tasks/export", "tasks/verify"],
  ["tasks"],
];

/** What a file may not import: `target` is a path in the repository, or the name of a package. */
interface ImportRule {
  readonly wall: string;
  readonly inside: RegExp;
  readonly forbids: (target: string) => boolean;
}

/** What a file's code, comments aside, may not mention. */
interface MentionRule {
  readonly wall: string;
  readonly inside: RegExp;
  readonly forbids: RegExp;
}

const isTensorFlow = (target: string) => /^(npm:)?@tensorflow\//.test(target);
const isHeavy = (target: string) =>
  isTensorFlow(target) || /^(npm:)?(@imagemagick\/|echarts\b|@resvg\/|imagescript\b)/.test(target);
/** A module that the package exports. `tests/package_test.ts` checks that there are no others. */
const isEntry = (target: string) => /^(?:(?:lib|kernels|data)\/(?:.+\/)?)?mod\.ts$/.test(target);
/** Rooms that start fast and run anywhere. */
const lightRooms = /^lib\/(language|io|images\/formats|dataset|evaluation|identification)\//;
/** Modules that are bundled for a page. */
const pageEntries =
  /^lib\/web\/(engine\/(worker|tensorflow|thread|engine)|page\/(app|service_worker))\.tsx?$/;
const isPackage = (target: string) =>
  !/^(lib|kernels|tasks|data|tests|bench|\.ci)\/|\.ts$/.test(target);

const importRules: readonly ImportRule[] = [
  {
    wall: "kernels/ imports TensorFlow.js and itself, and threads to run on, nothing else",
    inside: /^kernels\/(?!wasm\/build\.ts$)/,
    forbids: (target) =>
      !target.startsWith("kernels/") && !isTensorFlow(target) && target !== "node:worker_threads",
  },
  {
    wall: "kernels/reference/ imports itself, nothing else",
    inside: /^kernels\/reference\//,
    forbids: (target) => !target.startsWith("kernels/reference/"),
  },
  {
    wall: "lib/, kernels/ and data/ import no tasks, tests, benchmarks, nor mod.ts",
    inside: /^(lib|kernels|data)\//,
    forbids: (target) => /^(tasks|tests|bench)\/|^mod\.ts$/.test(target),
  },
  {
    wall: "tasks/ imports entry modules, its own rooms and packages for the terminal, nothing else",
    inside: /^tasks\//,
    forbids: (target) =>
      !isEntry(target) && !/^tasks\/(export|flags|output|language|verify)\//.test(target) &&
      (!isPackage(target) || isTensorFlow(target)),
  },
  {
    wall: "entry modules are for programs and tasks; a room's files import what they use",
    inside: /^(lib|kernels|data)\//,
    forbids: isEntry,
  },
  {
    wall: "a loss does not know who mined",
    inside: /^lib\/losses\//,
    forbids: (target) => target.startsWith("lib/miners/"),
  },
  {
    wall: "a miner does not know the loss",
    inside: /^lib\/miners\//,
    forbids: (target) => target.startsWith("lib/losses/"),
  },
  {
    wall: "packages come from npm",
    inside: /^/,
    forbids: (target) => /^(jsr:|https?:)/.test(target),
  },
];

const mentionRules: readonly MentionRule[] = [
  {
    wall: "kernels/ is free of Deno.*",
    inside: /^kernels\/(?!wasm\/build\.ts$)/,
    forbids: /\bDeno\b/,
  },
  {
    wall: "lib/, kernels/ and data/ read no arguments, never exit, never print",
    inside: /^(lib|kernels|data)\//,
    forbids: /\bDeno\.(args|exit|stdin|stdout|stderr)\b|\bconsole\.|\bprocess\.(argv|exit|std)/,
  },
];

/**
 * Finds where code breaks a wall between folders.
 *
 * @param sources TypeScript by path, relative to the repository's root, with `/` between the parts
 * @returns a line for each breach: the file, the wall, and what breaks it
 */
export function findBreaches(sources: ReadonlyMap<string, string>): string[] {
  const breaches: string[] = [];
  const imports = new Map<string, string[]>();
  for (const [path, source] of sources) {
    const code = withoutComments(source);
    const targets = importsOf(code).map((specifier) => resolve(path, specifier));
    imports.set(path, targets);
    for (const { wall, inside, forbids } of importRules) {
      if (!inside.test(path)) continue;
      for (const target of targets.filter(forbids)) breaches.push(`${path}: ${wall} (${target})`);
    }
    for (const { wall, inside, forbids } of mentionRules) {
      const mention = inside.test(path) && forbids.exec(code);
      if (mention) breaches.push(`${path}: ${wall} (${mention[0]})`);
    }
  }
  for (const [path, targets] of imports) {
    const room = roomOf(path);
    for (const target of targets) {
      const other = /\.tsx?$/.test(target) ? roomOf(target) : undefined;
      if (room && other && other.height > room.height) {
        breaches.push(`${path}: ${room.folder} is below ${other.folder} (${target})`);
      }
    }
    if (reachable(path, imports).has(path)) breaches.push(`${path}: no circle between files`);
  }
  for (const path of sources.keys()) {
    if (!lightRooms.test(path)) continue;
    const found = [...reachable(path, imports)].find(isHeavy);
    if (found) {
      breaches.push(`${path}: this room is free of TensorFlow.js, charts, and decoders (${found})`);
    }
  }
  const bundled = new Map([...sources].map(([path, source]) => {
    const code = withoutComments(source).replace(/\b(?:import|export)\s+type\b[^;]*;/g, " ");
    return [path, importsOf(code).map((specifier) => resolve(path, specifier))];
  }));
  for (const path of sources.keys()) {
    if (!pageEntries.test(path)) continue;
    const files = [path, ...reachable(path, bundled)];
    const found = files.find((file) =>
      file.startsWith("node:") || /\bDeno\.\w/.test(withoutComments(sources.get(file) ?? ""))
    );
    if (found) breaches.push(`${path}: a browser has neither Deno.* nor node: (${found})`);
    const heavy = path.startsWith("lib/web/page/") && files.find(isHeavy);
    if (heavy) breaches.push(`${path}: the page leaves TensorFlow.js to the worker (${heavy})`);
  }
  return breaches;
}

/** The most specific room that a file is in, and how high it lies. */
function roomOf(path: string): { folder: string; height: number } | undefined {
  return rooms
    .flatMap((folders, height) => folders.map((folder) => ({ folder, height })))
    .filter(({ folder }) => path === folder || path.startsWith(`${folder}/`))
    .sort((one, other) => other.folder.length - one.folder.length)[0];
}

function withoutComments(source: string): string {
  const stringOrComment = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\/\*[^]*?\*\/|\/\/.*/g;
  return source.replace(stringOrComment, (_, string) => string ?? " ");
}

/** Specifiers of static and dynamic imports, re-exports, types, and modules that workers run. */
function importsOf(code: string): string[] {
  const forms = [
    /\b(?:import|export)\b[^;"'`()]*?\bfrom\s*["']([^"']+)["']/g,
    /\bimport\s*["']([^"']+)["']/g,
    /\bimport\s*\(\s*["'`]([^"'`]+)["'`]/g,
    /\bnew\s+URL\(\s*["'`]([^"'`]+)["'`]\s*,\s*import\.meta\.url/g,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1]!));
}

function resolve(importer: string, specifier: string): string {
  if (!specifier.startsWith(".")) return specifier;
  return posix.join(posix.dirname(importer), specifier);
}

/** All that a file imports, directly or through others of the repository. */
function reachable(path: string, imports: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const visit = (from: string) => {
    for (const target of imports.get(from) ?? []) {
      if (found.has(target)) continue;
      found.add(target);
      visit(target);
    }
  };
  visit(path);
  return found;
}
