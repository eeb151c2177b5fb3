import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { SeenImages } from "../../lib/model_file/seen_images.ts";
import type { SeenPart } from "../../lib/model_file/seen_text.ts";
import { UserError } from "../../lib/language/user_error.ts";
import { needs } from "../needs.ts";
import { full } from "../slow.ts";

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const nobody: SeenPart = { identities: [], hashes: [], thumbnails: null };
const part = (identity: string, ...images: string[]): SeenPart => ({
  identities: [identity],
  hashes: images.map(hashOf),
  thumbnails: images.map((image) => image.repeat(72)),
});

function withRun(name: string, test: (run: string) => Promise<void>): void {
  Deno.test({
    name,
    ...needs({ read: true, write: true }),
    async fn() {
      const run = await Deno.makeTempDir();
      try {
        await test(run);
      } finally {
        await Deno.remove(run, { recursive: true });
      }
    },
  });
}

const own = { training: part("Zoë", "a", "b"), validation: part("Ben\n", "c") };
const earlier = { training: part("Anna", "d"), validation: { ...nobody, identities: null } };

withRun(
  "what was seen comes back as it went in: images, names, and earlier trainings",
  async (run) => {
    assert.equal(await SeenImages.read(run), null);
    await new SeenImages([own, earlier, null]).write(run);
    const seen = (await SeenImages.read(run))!;
    assert.deepEqual(["a", "b", "c", "d", "e"].map((image) => seen.has(hashOf(image))), [
      ...[true, true, true, true, false],
    ]);
    assert.deepEqual(
      ["Zoë".normalize("NFD"), "Ben\n", "Anna", "Ann"].map((name) => seen.hasName(name)),
      [
        ...[true, true, true, false],
      ],
    );
    assert.deepEqual([...seen.thumbnails()].map((text) => text[0]), ["a", "b", "c", "d"]);
    assert.deepEqual(seen.gaps, { names: true, thumbnails: false, weights: true });
    const trained = seen.trainedOn();
    assert.deepEqual([trained.has(hashOf("c")), trained.hasName("Ben\n")], [false, false]);
    assert.deepEqual([trained.has(hashOf("d")), trained.hasName("Zoë")], [true, true]);
    await new SeenImages(seen.trainings).write(run);
    assert.deepEqual((await SeenImages.read(run))!.trainings, seen.trainings);
  },
);

withRun("a damaged record is refused in one line", async (run) => {
  await new SeenImages([own, earlier]).write(run);
  const path = join(run, "seen.txt");
  const text = await Deno.readTextFile(path);
  const others = [
    text.slice(0, -1),
    text.slice(0, 40),
    text.replace(":2", ":3"),
    text.replace("\n", ""),
  ];
  for (const damaged of [...others, text + "\n", text.slice(3), "no hashes\n", "\n", "{}\n", "n"]) {
    await Deno.writeTextFile(path, damaged);
    await assert.rejects(SeenImages.read(run), (error) => {
      assert.ok(error instanceof UserError, damaged);
      assert.match(error.message, /^cannot tell what the run saw [^\n]*seen.txt[^\n]*$/);
      return true;
    });
  }
});

withRun("an early run has hashes alone, and names where its split has them", async (run) => {
  const lines = ["a", "b"].map((image) => `${hashOf(image).slice(0, 16)}\n`).sort();
  await Deno.writeTextFile(join(run, "seen.txt"), lines.join(""));
  const nameless = (await SeenImages.read(run))!;
  assert.deepEqual([nameless.has(hashOf("b")), nameless.has(hashOf("c"))], [true, false]);
  assert.deepEqual(nameless.gaps, { names: true, thumbnails: true, weights: false });
  const split = { train: ["Anna"], validation: ["Ben"], test: ["Cleo"] };
  await Deno.writeTextFile(join(run, "split.json"), JSON.stringify(split));
  const named = (await SeenImages.read(run))!;
  assert.deepEqual(["Anna", "Ben", "Cleo"].map((name) => named.hasName(name)), [true, true, false]);
  assert.deepEqual(named.gaps, { names: false, thumbnails: true, weights: false });
});

if (full) {
  withRun("a million images stay below 90 MB, and more go without thumbnails", async (run) => {
    const many = (count: number): SeenPart => ({
      identities: ["Anna"],
      hashes: Array.from({ length: count }, (_, i) => i.toString(16).padStart(16, "0")),
      thumbnails: Array.from({ length: count }, () => "A".repeat(72)),
    });
    for (const [count, bytes] of [[1_000_000, 90e6], [1_000_001, 18e6]] as const) {
      await new SeenImages([{ training: many(count), validation: nobody }]).write(run);
      assert.ok((await Deno.stat(join(run, "seen.txt"))).size < bytes);
      const seen = (await SeenImages.read(run))!;
      assert.deepEqual(
        [seen.has((999_999).toString(16).padStart(16, "0")), seen.has(hashOf("a"))],
        [
          true,
          false,
        ],
      );
      assert.equal(seen.gaps.thumbnails, count > 1_000_000);
    }
  });
}
