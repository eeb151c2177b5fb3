import assert from "node:assert/strict";
import { join } from "node:path";
import { needs } from "../needs.ts";
import { fullTest } from "../slow.ts";

const root = join(import.meta.dirname!, "..", "..");

/** The programs beside this test: what they take, and what they print. */
const programs: readonly [file: string, args: readonly string[], printed: RegExp][] = [
  ["train_from_code.ts", ["photos", "runs/code", "1"], /^epoch 1\nbest epoch 1, AUC on .* 0\.\d+$/],
  [
    "verify_two_images.ts",
    ["runs/faces", "A.jpg", "B.jpg"],
    /^(same|different) -?0\.\d+\nwrong on/,
  ],
  ["embed_folder.ts", ["runs/faces", "photos"], /^48 images: AUC 0\.\d+, EER [\d.]+ %$/],
  ["own_loss.ts", ["photos", "runs/loss", "1"], /^AUC on held-out identities 0\.\d+$/],
  [
    "own_backbone.ts",
    ["photos", "runs/backbone", "1"],
    /^AUC .*\nan embedding has 128 numbers\nits ONNX graph has 15 nodes$/,
  ],
];

/** What others have in the way of a folder: the package by its path, and no other setting of it. */
const config = (tfjs: string) => ({
  links: [root],
  imports: { "@futago/futago": "jsr:@futago/futago@^0.1.0", "@tensorflow/tfjs": tfjs },
  lock: false,
});

fullTest({
  name: "programs outside the repository use the package",
  ...needs({ read: true, write: true, run: true }),
  async fn(t) {
    const folder = await Deno.makeTempDir();
    const run = (args: readonly string[]) => runDeno(args, folder);
    try {
      const { imports } = JSON.parse(await Deno.readTextFile(join(root, "deno.json")));
      await write(join(folder, "deno.json"), JSON.stringify(config(imports["@tensorflow/tfjs"])));

      await t.step("the examples of the main module's functions", async () => {
        const examples = await documentedExamples();
        for (const [name, code] of examples) await write(join(folder, `${name}.ts`), code);
        // The first make what the others use.
        const order = new Set(["createSampleSet", "train", "embedFolder", ...examples.keys()]);
        const steps = order.values().flatMap((name) => [
          `console.log("-- ${name}"); await import("./${name}.ts");`,
          ...(name === "createSampleSet" ? [findTwoImages] : []),
        ]);
        await write(join(folder, "main.ts"), [...steps].join("\n"));
        const printed = await run(["run", "--check", "-A", "main.ts"]);
        assert.match(printed, /-- estimatePlan\n190000n medium\n/);
        assert.match(printed, /-- embed\ntrue\n/);
        assert.match(printed, /-- evaluate\n1 0\n/);
        assert.match(printed, /-- readImage\n32 32 true\n/);
        assert.match(printed, /-- UserError\ndecode\.\w+ 画像/);
      });

      await t.step("the program of the README", async () => {
        const text = await Deno.readTextFile(join(root, "README.md"));
        const [, program] = /```ts\n(.*?)```/s.exec(text)!;
        await write(join(folder, "readme.ts"), program!.replace("./mod.ts", "@futago/futago"));
        const printed = await run(["run", "-A", "readme.ts"]);
        assert.match(printed, /^(true|false) -?\d\.\d+ \d(\.\d+)? \d(\.\d+)?$/);
      });

      for (const [file, args, printed] of programs) {
        await t.step(file, async () => {
          assert.match(
            await run(["run", "-A", join(import.meta.dirname!, file), ...args]),
            printed,
          );
        });
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

const findTwoImages = `
const [{ name }] = Deno.readDirSync("photos");
for (const [copy, number] of [["A", 1], ["B", 2]]) {
  Deno.copyFileSync(\`photos/\${name}/0\${number}.jpg\`, \`\${copy}.jpg\`);
}`;

Deno.test({
  name: "every program beside this test is run",
  ...needs({ read: true }),
  fn() {
    const files = [...Deno.readDirSync(import.meta.dirname!)].map(({ name }) => name);
    assert.deepEqual(
      files.filter((name) => !name.endsWith("_test.ts")).sort(),
      programs.map(([file]) => file).sort(),
    );
  },
});

interface Documentation {
  readonly nodes: Record<string, {
    readonly symbols: readonly {
      readonly name: string;
      readonly declarations: readonly {
        readonly kind: string;
        readonly jsDoc?: { readonly tags?: readonly { kind: string; doc?: string }[] };
      }[];
    }[];
  }>;
}

/** The example of each function and class that the main module exports. */
async function documentedExamples(): Promise<Map<string, string>> {
  const main: Documentation = JSON.parse(await runDeno(["doc", "--json", "mod.ts"], root));
  const examples = new Map<string, string>();
  for (const { name, declarations } of Object.values(main.nodes)[0]!.symbols) {
    for (const { kind, jsDoc } of declarations) {
      if (kind !== "function" && kind !== "class") continue;
      const [example] = jsDoc?.tags?.filter((tag) => tag.kind === "example") ?? [];
      const code = /```ts\n(.*?)```/s.exec(example?.doc ?? "")?.[1];
      assert.ok(code, `${name} has no example`);
      examples.set(name, code);
    }
  }
  assert.ok(examples.size >= 15, `${examples.size} functions`);
  return examples;
}

async function write(path: string, text: string): Promise<void> {
  await Deno.writeTextFile(path, text);
}

/** @returns what it prints on standard output */
async function runDeno(args: readonly string[], cwd: string): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1" },
  }).output();
  assert.ok(success, `deno ${args.join(" ")}\n${new TextDecoder().decode(stderr)}`);
  return new TextDecoder().decode(stdout).trim();
}
