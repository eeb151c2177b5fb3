import assert from "node:assert/strict";
import { join } from "node:path";
import { needs } from "../needs.ts";
import { readOnnx } from "../onnx/read_onnx.ts";
import { fullTest } from "../slow.ts";
import { putRun } from "./put_run.ts";
import { runTask } from "./start_task.ts";

Deno.test({
  name: "export writes the newest model, or the one named, and never over anything",
  ...needs({ read: true, write: true, run: true }),
  async fn() {
    const root = await Deno.makeTempDir();
    try {
      const run = (...args: string[]) => runTask("export.ts", root, args);
      const refused = async (args: string[], message: RegExp) => {
        const { code, stdout, stderr } = await run(...args);
        assert.deepEqual([code, stdout], [2, ""]);
        assert.match(stderr, /^export: [^\n]*\n$/);
        assert.match(stderr, message);
      };
      await refused(["--to", "onnx", "--out", "a.onnx"], /cannot find a run: "runs" holds none/);
      await putRun(join(root, "runs", "one"));

      const told = await run("--to", "onnx", "--out", "a.onnx");
      assert.equal(told.code, 0, told.stderr);
      assert.match(
        told.stdout,
        /^wrote a\.onnx: ONNX opset 17, \d+ nodes, [\d,]+ bytes\n$/,
      );
      const json = await run("--to", "onnx", "--out", "b.onnx", "--model", "runs/one", "--json");
      assert.equal(json.code, 0, json.stderr);
      const bytes = await Deno.readFile(join(root, "b.onnx"));
      assert.deepEqual(JSON.parse(json.stdout), {
        to: "onnx",
        out: "b.onnx",
        opset: 17,
        nodes: readOnnx(bytes).nodes.length,
        bytes: bytes.length,
      });
      assert.deepEqual(await Deno.readFile(join(root, "a.onnx")), bytes);

      await refused(
        ["--to", "onnx", "--out", "a.onnx"],
        /cannot write "a\.onnx": it already exists/,
      );
      await refused(["--to", "onix", "--out", "c"], /target "onix": .*; did you mean "onnx"\?/);
      await refused(["--out", "c"], /--to is missing; see --help/);
      await refused(["--to", "onnx"], /--out is missing; see --help/);
      await refused(
        ["--to", "onnx", "--out", "c", "--model", "runs"],
        /cannot load a model from "runs": it has no model\.safetensors/,
      );
      await refused(
        ["--to", "web", "--out", "runs"],
        /cannot write into "runs": expected a new or an empty folder, got one that holds "one"/,
      );
      await refused(["--to", "onnx", "--out", "none/c.onnx"], /there is no folder "none"/);
      assert.deepEqual([...Deno.readDirSync(root)].map(({ name }) => name).sort(), [
        "a.onnx",
        "b.onnx",
        "runs",
      ]);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
});

fullTest({
  name: "export writes a page, from any folder",
  ...needs({ read: true, write: true, run: true }),
  async fn() {
    const root = await Deno.makeTempDir();
    try {
      await putRun(join(root, "runs", "one"));
      const args = ["--to", "web", "--out", "site", "--json"];
      const { code, stdout, stderr } = await runTask("export.ts", root, args);
      assert.equal(code, 0, stderr);
      const { to, out, files } = JSON.parse(stdout);
      assert.deepEqual([to, out, files], [
        "web",
        "site",
        [...Deno.readDirSync(join(root, "site"))].length,
      ]);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
});
