import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { difference, sampleIdentities } from "../../data/sample_set/sample_identities.ts";
import { renderPortrait } from "../../data/sample_set/render_portrait.ts";
import { identityName, isIdentityName } from "../../data/sample_set/identity_name.ts";
import { portraitSvg } from "../../data/sample_set/portrait_svg.ts";
import { Random } from "../../data/sample_set/random.ts";
import { rasterizeSvg } from "../../data/sample_set/rasterize_svg.ts";
import { createSampleSet } from "../../data/mod.ts";
import { UserError } from "../../lib/language/mod.ts";
import { needs } from "../needs.ts";

const files = needs({ read: true, write: true });
const few = { identities: 3, imagesPerIdentity: 2, size: 32 };

Deno.test("no two identities look alike", needs({ read: true }), () => {
  const identities = sampleIdentities(200, new Random(7));
  for (const [i, a] of identities.entries()) {
    for (const b of identities.slice(0, i)) assert(difference(a, b) >= 5);
  }
});

Deno.test(
  "names of identities are distinct, as folders of any system too",
  needs({ read: true }),
  () => {
    const names = Array.from({ length: 1000 }, (_, index) => identityName(index));
    assert.equal(new Set(names.map((name) => name.normalize("NFKD").toLowerCase())).size, 1000);
    assert(names.every((name) => isIdentityName(name.normalize("NFD"))));
    assert(!isIdentityName("my photos"));
  },
);

Deno.test(
  "portraits are JPEG files; the seed decides them, and no other state",
  needs({ read: true }),
  () => {
    const portraits = (seed: number) => {
      const random = new Random(seed);
      return sampleIdentities(2, random).map((identity) => renderPortrait(identity, 48, random));
    };
    const [first, second] = portraits(1);
    assert.deepEqual([...first!.subarray(0, 3)], [0xff, 0xd8, 0xff]);
    assert.notDeepEqual(first, second);
    assert.deepEqual(portraits(1), [first, second]);
    assert.notDeepEqual(portraits(2)[0], first);
  },
);

Deno.test(
  "where the renderer fails on a pose, another one is rendered",
  needs({ read: true }),
  () => {
    // The tenth pose of this seed. Find another one when poses are sampled in another way.
    const beforeBreakdown = () => {
      const random = new Random(11);
      const [identity] = sampleIdentities(1, random);
      const tangled = { ...identity!, hair: "dreads", hairBehind: "none" };
      for (let i = 0; i < 9; i++) portraitSvg(tangled, 96, random);
      return [tangled, 96, random] as const;
    };
    assert.throws(() => rasterizeSvg(portraitSvg(...beforeBreakdown())), WebAssembly.RuntimeError);
    assert.deepEqual([...renderPortrait(...beforeBreakdown()).subarray(0, 3)], [0xff, 0xd8, 0xff]);
  },
);

Deno.test({
  ...needs({ read: true }),
  name: "a sample set has the folders and files asked for, and the same bytes every time",
  ...files,
  fn: () =>
    inTemporaryFolder(async (root) => {
      const progress: string[] = [];
      const onProgress = (done: number, total: number) => progress.push(`${done}/${total}`);
      assert.equal(await createSampleSet(join(root, "a"), { ...few, onProgress }), true);
      assert.deepEqual(progress, ["1/6", "2/6", "3/6", "4/6", "5/6", "6/6"]);
      await createSampleSet(join(root, "nested", "b"), few);
      const a = contents(join(root, "a"));
      assert.deepEqual(
        [...a.keys()].sort(),
        [0, 1, 2].flatMap((i) => ["01.jpg", "02.jpg"].map((file) => join(identityName(i), file)))
          .sort(),
      );
      assert.equal(new Set(a.values()).size, 6);
      assert.deepEqual(contents(join(root, "nested", "b")), a);
      assert.deepEqual([...Deno.readDirSync(root)].map(({ name }) => name).sort(), ["a", "nested"]);
    }),
});

Deno.test({
  ...needs({ read: true }),
  name: "a finished sample set is left alone, another is replaced",
  ...files,
  fn: () =>
    inTemporaryFolder(async (root) => {
      const folder = join(root, "set");
      await createSampleSet(folder, few);
      Deno.writeTextFileSync(join(folder, ".DS_Store"), "");
      assert.equal(await createSampleSet(folder, few), false);
      const whole = contents(folder);
      for (const other of [{ seed: 1 }, { size: 40 }, { identities: 2, imagesPerIdentity: 3 }]) {
        assert.equal(await createSampleSet(folder, { ...few, ...other }), true);
        assert.equal(contents(folder).size, 6);
        assert.equal(await createSampleSet(folder, few), true);
      }
      whole.delete(".DS_Store");
      assert.deepEqual(contents(folder), whole);
      Deno.removeSync(join(folder, identityName(0), "02.jpg"));
      assert.equal(await createSampleSet(folder, few), true);
      assert.deepEqual(contents(folder), whole);
    }),
});

Deno.test({
  ...needs({ read: true }),
  name: "a folder with anything else in it is refused and stays as it is",
  ...files,
  fn: () =>
    inTemporaryFolder(async (root) => {
      for (const path of ["photos/01.jpg", `${identityName(0)}/portrait.png`, "notes.txt"]) {
        const folder = join(root, path.replaceAll("/", "-"));
        const file = join(folder, path);
        Deno.mkdirSync(join(file, ".."), { recursive: true });
        Deno.writeTextFileSync(file, "mine");
        await assert.rejects(createSampleSet(folder, few), (error) => {
          assert(error instanceof UserError);
          assert.match(error.message, /no part of a sample set.*another folder/);
          return true;
        });
        assert.equal(Deno.readTextFileSync(file), "mine");
        await assert.rejects(createSampleSet(file, few), UserError);
      }
    }),
});

Deno.test(
  "options out of range are refused before anything is touched",
  needs({ read: true }),
  async () => {
    for (
      const wrong of [
        { identities: 0 },
        { identities: 1.5 },
        { imagesPerIdentity: 0 },
        { size: 8 },
        { size: 1e9 },
        { seed: 2 ** 31 },
        { seed: NaN },
      ]
    ) {
      await assert.rejects(createSampleSet("never", wrong), UserError, JSON.stringify(wrong));
    }
  },
);

/** SHA-256 of every file by its path. */
function contents(folder: string, prefix = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of Deno.readDirSync(join(folder, prefix))) {
    const path = join(prefix, entry.name);
    if (entry.isDirectory) {
      for (const [key, hash] of contents(folder, path)) found.set(key, hash);
    } else {
      const bytes = Deno.readFileSync(join(folder, path));
      found.set(path, createHash("sha256").update(bytes).digest("hex"));
    }
  }
  return found;
}

async function inTemporaryFolder(action: (folder: string) => Promise<void>): Promise<void> {
  const folder = Deno.makeTempDirSync();
  try {
    await action(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}
