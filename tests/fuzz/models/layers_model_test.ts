import assert from "node:assert/strict";
import { join } from "node:path";
import { readLayersModel } from "../../../lib/model_file/read_layers_model.ts";
import { needs } from "../../needs.ts";
import { slow } from "../../slow.ts";
import { Chance } from "./chance.ts";
import { mutateBytes } from "./mutate_bytes.ts";
import { hostileNames, mutateJson } from "./mutate_json.ts";
import { Tally } from "./tally.ts";

const cases = slow ? 10_000 : 1_000;
const names = [
  "a.bin",
  "b.bin",
  "outside.bin",
  "folder",
  "absent.bin",
  "model.json",
  ...hostileNames,
];
const numbers = (count: number) =>
  new Uint8Array(Float32Array.from({ length: count }, Math.sqrt).buffer);
const files = { "a.bin": numbers(4), "b.bin": numbers(7), "c.bin": numbers(6) };
const weight = (name: string, ...shape: number[]) => ({ name, shape, dtype: "float32" });
const manifest = {
  format: "layers-model",
  modelTopology: { class_name: "Model" },
  weightsManifest: [
    // A weight lies across two files.
    {
      paths: ["a.bin", "b.bin"],
      weights: [weight("conv/kernel", 1, 1, 2, 4), weight("conv/bias", 3)],
    },
    { paths: ["c.bin"], weights: [weight("dense", 2, 3), weight("none", 0, 3)] },
  ],
};

Deno.test({
  name: `${cases} mutations of a layers model: each is read right, or refused in one line`,
  ...needs({ read: true, write: true }),
  async fn() {
    const root = await Deno.makeTempDir();
    const folder = join(root, "model"), path = join(folder, "model.json");
    const tally = new Tally();
    try {
      await Deno.mkdir(join(folder, "folder"), { recursive: true });
      await Deno.writeFile(join(root, "outside.bin"), files["a.bin"]);
      for (let seed = 0; seed < cases; seed++) {
        const chance = new Chance(seed);
        let json = JSON.stringify(manifest);
        const mutated = new Map<string, Uint8Array<ArrayBuffer>>(Object.entries(files));
        const kind = chance.below(5);
        if (kind === 0) {
          const name = chance.of(Object.keys(files));
          mutated.set(name, mutateBytes(mutated.get(name)!, chance));
        } else if (kind === 1) {
          const lie = structuredClone(manifest);
          const { paths } = chance.of(lie.weightsManifest);
          paths[chance.below(paths.length)] = chance.of([...names, `../${chance.of(names)}`]);
          json = JSON.stringify(lie);
        } else json = mutateJson(manifest, chance);
        await Deno.writeTextFile(path, json);
        for (const [name, bytes] of mutated) await Deno.writeFile(join(folder, name), bytes);
        const read = async () => {
          const { tensors } = await readLayersModel(path);
          let taken = 0;
          for (const { shape, data } of tensors.values()) {
            // Minus nought is a whole number, too.
            assert.ok(data.length === shape.reduce((product, side) => product * side, 1));
            taken += data.byteLength;
          }
          const there = [...mutated.values()].reduce((sum, { length }) => sum + length, 0);
          assert.ok(taken <= there, `${taken} bytes of weights from ${there}`);
          assert.doesNotMatch(json, /"paths":\[[^\]]*(\.\.|outside|absent|folder)/);
        };
        await tally.take(`case ${seed}`, read);
      }
      tally.tell("layers models");
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
});
