import assert from "node:assert/strict";
import { join } from "node:path";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { randomStream } from "../../../lib/dataset/sampling/random_stream.ts";
import { type ImageFormat, imageFormats } from "../../../lib/images/formats/image_formats.ts";
import { needs } from "../../needs.ts";
import { bombs } from "./fuzz/bombs.ts";
import type { Outcome } from "./fuzz/decode_files.ts";
import { mutate } from "./fuzz/mutate.ts";
import { pngBombs } from "./fuzz/png_bombs.ts";
import { seeds } from "./fuzz/seeds.ts";
import { full, slow } from "../../slow.ts";

const count = slow ? 10_000 : full ? 500 : 100;
const program = join(import.meta.dirname!, "fuzz", "decode_files.ts");

type File = readonly [name: string, bytes: Uint8Array];

/** Broken files of a format, the same in every run, behind a whole one to start the decoder with. */
async function* brokenFiles(format: ImageFormat): AsyncGenerator<File> {
  const whole = await seeds(format);
  yield ["000000", whole[0]!];
  for (let i = 1; i <= count; i++) {
    const random = randomStream(i, 0);
    const other = whole[uniformInt(random, 0, whole.length - 1)]!;
    const bytes = mutate(format, whole[i % whole.length]!, other, random);
    yield [String(i).padStart(6, "0"), bytes];
  }
  const { quick = {}, slow: large = {} } = bombs[format] ?? {};
  for (const [name, make] of Object.entries({ ...quick, ...slow ? large : {} })) {
    yield [`bomb ${name}`, make()];
  }
  // Whatever came before it, a decoder has memory and sense for it.
  if (slow) yield [last, pngBombs.slow["100 megapixels in color"]!()];
}

const last = "whole, of 100 megapixels";

/** What became of files, in a process of its own that they may bring down. */
async function decodeFiles(files: AsyncIterable<File>): Promise<Outcome[]> {
  const folder = await Deno.makeTempDir();
  try {
    for await (const [name, bytes] of files) await Deno.writeFile(join(folder, name), bytes);
    const { success, stdout, stderr } = await new Deno.Command("deno", {
      args: ["run", "--no-prompt", "--allow-read", program, folder],
      stderr: "piped",
    }).output();
    const lines = new TextDecoder().decode(stdout).trim().split("\n");
    assert.ok(success, `it ended behind ${lines.at(-1)}: ${new TextDecoder().decode(stderr)}`);
    return lines.map((line): Outcome => JSON.parse(line));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Why an image can be skipped. A decoder that failed or was stuck is not among the reasons. */
const reasons: readonly RegExp[] = [
  /^empty file$/,
  /^not an image/,
  /^image header cannot be read$/,
  /^image is cut short$/,
  /^image is corrupt: /,
  /^image needs too much memory$/,
  /^image is .* px: under 16 px on a side$/,
  /^image declares .* px: over (100 megapixels|65535 px on a side)$/,
];

for (const { name: format } of imageFormats) {
  Deno.test({
    name: `${
      count.toLocaleString("en")
    } broken ${format} files end as pixels or are skipped by name`,
    ...needs({ read: true, write: true, run: true }),
    async fn() {
      const [first, ...outcomes] = await decodeFiles(brokenFiles(format));
      assert.equal(first!.reason, null);
      const whole = slow ? outcomes.pop()! : null;
      if (whole) assert.deepEqual([whole.name, whole.reason], [last, null]);
      const kinds = new Map<string, number>();
      for (const { name, header, reason } of outcomes) {
        const kind = reason ? reasons.find((known) => known.test(reason)) : /pixels/;
        assert.ok(kind, `${name}: ${reason}`);
        kinds.set(kind.source, (kinds.get(kind.source) ?? 0) + 1);
        if (header) assert.equal(reason, header, name);
        // Before it is decoded.
        if (/^bomb 60,000 x 60,000 px/.test(name)) assert.match(header ?? "", /declares|cut short/);
      }
      assert.ok(kinds.get("pixels")! > count / 30, "some are whole still");
      const peak = Math.max(...outcomes.map(({ grown }) => grown));
      assert.ok(peak < 512, `${peak} MiB`);
      if (whole) report(format, outcomes, { kinds, peak, whole });
    },
  });
}

function report(
  format: string,
  outcomes: readonly Outcome[],
  { kinds, peak, whole }: { kinds: ReadonlyMap<string, number>; peak: number; whole: Outcome },
) {
  const [bombs, mutated] = [true, false].map((bomb) =>
    outcomes.filter(({ name }) => name.startsWith("bomb") === bomb)
      .sort((a, b) => b.processorMilliseconds - a.processorMilliseconds)
  ) as [Outcome[], Outcome[]];
  const told = ({ name, reason, processorMilliseconds }: Outcome) =>
    `${name} ${processorMilliseconds.toFixed()} ms (${reason ?? "pixels"})`;
  console.log(
    `${format}: ${mutated.length} mutated, ${bombs.length} bombs, peak ${peak.toFixed()} MiB`,
    Object.fromEntries(kinds),
    `slowest: ${told(mutated[0]!)}`,
    [...bombs.slice(0, 4), whole].map(told),
  );
  assert.ok(mutated[0]!.processorMilliseconds < 1000);
  // By a sound image of as many pixels as are taken: what a second is worth depends on the machine
  // and on who else is at work on it.
  assert.ok(bombs[0]!.processorMilliseconds < 3 * whole.processorMilliseconds);
}
