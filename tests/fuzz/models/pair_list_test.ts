import assert from "node:assert/strict";
import { findPairs } from "../../../lib/verification/pair_lists/find_pairs.ts";
import { parsePairList } from "../../../lib/verification/pair_lists/parse_pair_list.ts";
import { slow } from "../../slow.ts";
import { Chance } from "./chance.ts";
import { mutateBytes } from "./mutate_bytes.ts";
import { hostileNames } from "./mutate_json.ts";
import { Tally } from "./tally.ts";

const cases = slow ? 20_000 : 4_000;
const lists = [
  "2\t1\nAnn\t1\t2\nAnn\t1\tBo\t1\nBo\t2\t3\nBo\t1\t双子\t1\n",
  "Ann/Ann_0001.jpg\tAnn/Ann_0002.jpg\t1\nAnn/Ann_0001.jpg\t双子/双子_0001.jpg\t0\n",
  "\ufeff1\r\nAnn 1 2\r\n\r\nBo 1 2",
];
const words = [
  ...[
    "\t",
    "\n",
    "\r",
    " ",
    "0",
    "1",
    "-1",
    "1e9",
    "0.5",
    "4294967297",
    "9".repeat(400),
    "Ann",
    "١",
  ],
  ...hostileNames,
];
const identities = ["Ann", "Bo", "双子", "__proto__"];
const images = identities.flatMap((name, label) =>
  [1, 2, 3].map((number) => ({
    path: `${name}/${name}_000${number}.jpg`,
    label,
    hash: "",
    bytes: 1,
  }))
) as unknown as Parameters<typeof findPairs>[1]["images"];

function mutate(chance: Chance): string {
  const list = chance.of(lists);
  if (chance.below(3) === 0) {
    return new TextDecoder().decode(mutateBytes(new TextEncoder().encode(list), chance));
  }
  const fields = list.split(/(?=[\t\n])|(?<=[\t\n])/);
  for (let times = 1 + chance.below(3); times > 0; times--) {
    fields.splice(chance.below(fields.length), chance.below(2), chance.of(words));
  }
  return fields.join("");
}

Deno.test(`${cases} mutations of a list of pairs: each is read, or refused in one line`, async () => {
  const tally = new Tally();
  for (let seed = 0; seed < cases; seed++) {
    const text = mutate(new Chance(seed));
    await tally.take(`case ${seed}`, () => {
      const { pairs, folds } = parsePairList(text);
      assert.ok(pairs.length > 0 && pairs.length <= text.split(/[\r\n]/).length);
      assert.ok(Number.isInteger(folds) && (folds === 0 || pairs.length % (2 * folds) === 0));
      const { pairs: found, missing } = findPairs(pairs, { root: "/images", images, identities });
      assert.equal(found.length, pairs.length);
      for (const pair of found) {
        // Whatever a list says, only the folder's own images are taken.
        if (pair) assert.ok(images[pair.a] && images[pair.b]);
      }
      assert.equal(found.includes(null), missing.length > 0);
    });
  }
  tally.tell("lists of pairs");
});
