import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { DecodePool } from "../../../lib/images/decode/decode_pool.ts";
import type { DecodeRequest } from "../../../lib/images/decode/decode_worker.ts";
import { formatMessage } from "../../../lib/language/user_message.ts";
import { needs } from "../../needs.ts";
import { imageFiles } from "../fixtures/image_files.ts";

/** A pool of one worker, and a request for a good image. */
function poolTest(
  name: string,
  test: (pool: DecodePool, good: DecodeRequest) => Promise<void>,
): void {
  Deno.test({
    name,
    ...needs({ read: true, write: true }),
    async fn() {
      const path = await Deno.makeTempFile();
      const bytes = Uint8Array.fromBase64(imageFiles[0].bytes);
      await Deno.writeFile(path, bytes);
      const hash = createHash("sha256").update(bytes).digest("hex");
      const pool = new DecodePool(1);
      try {
        await test(pool, { path, hash, size: 8, fit: "stretch" });
      } finally {
        pool.close();
        await Deno.remove(path);
      }
    },
  });
}

poolTest(
  "a worker that breaks down fails the image it was at, and no other",
  async (pool, good) => {
    // What no caller sends breaks the worker as a decoder that traps does.
    const failed = "decode.decoderFailed";
    const bad = null as unknown as DecodeRequest;
    const jobs = [good, bad, good, bad, bad, good].map((request) => pool.add(request));
    const replies = await Promise.all(jobs.map(({ reply }) => reply));
    assert.deepEqual(
      replies.map((reply) => "pixels" in reply ? reply.pixels.length : reply.reason.code),
      [192, failed, 192, failed, failed, 192],
    );
  },
);

poolTest("a hurried image overtakes those that have not started", async (pool, good) => {
  const jobs = Array.from({ length: 6 }, () => pool.add(good));
  pool.hurry(jobs[5]!);
  const order: number[] = [];
  await Promise.all(jobs.map(({ reply }, i) => reply.then(() => order.push(i))));
  assert.deepEqual(order, [0, 1, 5, 2, 3, 4]);
});

/** A pool of one worker that is stuck at files of certain names. */
function stuckTest(
  name: string,
  test: (pool: DecodePool, good: DecodeRequest) => Promise<void>,
): void {
  poolTest(name, async (_, good) => {
    const program = new URL("./stuck_worker.ts", import.meta.url);
    const RealWorker = globalThis.Worker;
    globalThis.Worker = class extends RealWorker {
      constructor(_: string | URL, options?: WorkerOptions) {
        super(program, options);
      }
    };
    // Time enough to load the decoder on a busy machine.
    const pool = new DecodePool(1, 4);
    try {
      await test(pool, good);
    } finally {
      globalThis.Worker = RealWorker;
      pool.close();
    }
  });
}

/** What becomes of files that are asked for at once. */
async function outcomes(pool: DecodePool, good: DecodeRequest, paths: readonly string[]) {
  const jobs = paths.map((path) => pool.add({ ...good, path }));
  const replies = await Promise.all(jobs.map(({ reply }) => reply));
  return replies.map((reply) =>
    "pixels" in reply ? reply.pixels.length : formatMessage(reply.reason)
  );
}

stuckTest(
  "a worker that is stuck, or gone, fails the image it was at, and no other",
  async (pool, good) => {
    const paths = [good.path, "never ends", good.path, "ends the worker", good.path];
    assert.deepEqual(
      await outcomes(pool, good, paths),
      [192, "decoding took over 4 s", 192, "decoding took over 4 s", 192],
    );
  },
);

stuckTest(
  "an image that breaks a worker is tried in a new one: those before it may be at fault",
  async (pool, good) => {
    const paths = [good.path, "needs a new worker", good.path, good.path];
    assert.deepEqual(await outcomes(pool, good, paths), [
      192,
      "decoder failed: was the first",
      192,
      192,
    ]);
  },
);
