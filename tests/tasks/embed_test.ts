import assert from "node:assert/strict";
import { join } from "node:path";
import { needs } from "../needs.ts";
import { metadata, withColours } from "../verification/fixtures.ts";
import { putRun } from "./put_run.ts";
import { runTask } from "./start_task.ts";

Deno.test({
  name:
    "a folder's embeddings, and what is measured on them, are those that verify --data measures",
  ...needs({ read: true, write: true, run: true }),
  fn: () =>
    withColours(async (root) => {
      await putRun(join(root, "runs", "one"));
      const verify = (...args: string[]) => runTask("verify.ts", root, args);
      const embed = (...args: string[]) =>
        runTask("embed.ts", root, ["--data", "colours", "--backend", "wasm", ...args]);
      const whole = await verify("--data", "colours", "--backend", "wasm", "--json");
      const expected = JSON.parse(whole.stdout);

      const json = await embed("--out", "e.npy", "--json");
      assert.equal(json.code, 0, json.stderr);
      const { leftOut, ...said } = JSON.parse(json.stdout);
      assert.deepEqual(said, {
        files: ["e.npy", "e.csv"],
        images: 10,
        identities: 4,
        dimension: 8,
      });
      assert.ok(Array.isArray(leftOut));
      const told = await embed("--out", "t.parquet");
      assert.match(
        told.stdout,
        /^wrote 10 embeddings of 8 dimensions, of 4 identities, to t.parquet/,
      );

      for (const file of ["e.npy", "t.parquet"]) {
        const { code, stdout, stderr } = await verify(
          ...["--embeddings", file, "--model", "runs/one", "--json"],
        );
        assert.equal(code, 0, stderr);
        const { auc, eer, positivePairs, threshold } = JSON.parse(stdout);
        assert.deepEqual(
          { auc, eer, positivePairs, threshold },
          {
            auc: expected.auc,
            eer: expected.eer,
            positivePairs: expected.positivePairs,
            threshold: metadata.calibration.threshold,
          },
        );
        assert.match(stderr, /does not tell which images training used/);
      }
      await Deno.writeTextFile(join(root, "pairs.txt"), "赤 1 2\n赤 1 green 1\n");
      const listed = await verify(
        ...["--embeddings", "e.csv", "--threshold", "0.5", "--pairs", "pairs.txt"],
      );
      assert.equal(listed.code, 2);
      assert.match(listed.stderr, /expected columns path, identity, and one number per dimension/);
      const drawn = await verify(
        ...["--embeddings", "e.npy", "--threshold", "0.5", "--pairs", "pairs.txt", "--out", "m"],
      );
      assert.equal(drawn.code, 0, drawn.stderr);
      assert.match(drawn.stdout, /^mode +listed\nidentities +2\nimages +3\n/);
      assert.ok((await Deno.stat(join(root, "m", "verification.json"))).isFile);

      const refusals: [string[], RegExp][] = [
        [["--embeddings", "e.npy"], /expected a similarity to decide by/],
        [["--embeddings", "none.npy", "--threshold", "0.5"], /expected a file at "none.npy"/],
        [
          ["--embeddings", "e.npy", "--data", "colours"],
          /--embeddings.*--data|--data.*--embeddings/,
        ],
        [
          ["--embeddings", "e.npy", "--threshold", "0.5", "--exclude", "green"],
          /--embeddings.*--exclude|--exclude.*--embeddings/,
        ],
        [
          ["a.jpg", "b.jpg", "--embeddings", "e.npy"],
          /cannot verify both "a.jpg" and --embeddings/,
        ],
      ];
      for (const [args, message] of refusals) {
        const { code, stderr } = await verify(...args);
        assert.equal(code, 2);
        assert.match(stderr, message);
        assert.match(stderr, /^verify: [^\n]*\n$/);
      }
      const fewer = await embed("--out", "fewer.csv", "--exclude", "green", "--json");
      assert.equal(JSON.parse(fewer.stdout).identities, 3);
      const again = await embed("--out", "e.npy");
      assert.equal(again.code, 2);
      assert.match(again.stderr, /cannot write "e.npy": it already exists/);
    }),
});
