import assert from "node:assert/strict";
import { join } from "node:path";
import { FileReader } from "../../lib/io/file_reader.ts";
import { needs } from "../needs.ts";

const files = needs({ read: true, write: true });

Deno.test("files of any length are read whole, at once or beside", files, async () => {
  const folder = await Deno.makeTempDir();
  try {
    const longest = 200_000;
    const contents = [0, 1, 2 ** 16 - 1, 2 ** 16, 2 ** 16 + 1, longest, longest + 1]
      .map((length) => Uint8Array.from({ length }, (_, i) => i % 251 + length % 5));
    contents.forEach((bytes, i) => Deno.writeFileSync(join(folder, `${i}`), bytes));
    const reader = new FileReader(longest);
    // Often enough for both ways.
    const read = (i: number) => reader.read(join(folder, `${i % contents.length}`));
    const all = await Promise.all(Array.from({ length: 700 }, (_, i) => read(i)));
    all.forEach((bytes, i) => {
      const content = contents[i % contents.length]!;
      assert.deepEqual(bytes, content.length > longest ? undefined : content);
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("long files are read whole, though one fails", files, async () => {
  const folder = await Deno.makeTempDir();
  try {
    const lengths = [4 * 2 ** 20 + 1, 5_000_001, 9_000_000];
    const bytesOf = (length: number) => new Uint8Array(length).map((_, i) => i * i + length);
    for (const length of lengths) Deno.writeFileSync(join(folder, `${length}`), bytesOf(length));
    const reader = new FileReader(Infinity);
    const read = async (name: string) => await reader.read(join(folder, name));
    const all = await Promise.allSettled(["none", ...lengths.map(String), "none"].map(read));
    assert.deepEqual(
      all.map((result) => result.status === "fulfilled" ? result.value?.length : "failed"),
      ["failed", ...lengths, "failed"],
    );
    for (const length of lengths) assert.deepEqual(await read(`${length}`), bytesOf(length));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a file that is not there fails, at once or beside", files, async () => {
  const folder = await Deno.makeTempDir();
  try {
    const reader = new FileReader(1000);
    for (let i = 0; i < 600; i++) {
      await assert.rejects(
        async () => await reader.read(join(folder, "none")),
        Deno.errors.NotFound,
      );
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
