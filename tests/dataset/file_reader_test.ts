import assert from "node:assert/strict";
import { join } from "node:path";
import { FileReader } from "../../lib/dataset/file_reader.ts";
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
