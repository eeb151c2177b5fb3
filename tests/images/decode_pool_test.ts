import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { DecodePool } from "../../lib/images/decode_pool.ts";
import type { DecodeRequest } from "../../lib/images/decode_worker.ts";
import { needs } from "../needs.ts";
import { pictures } from "./fixtures/pictures.ts";

Deno.test({
  name: "a worker that breaks down fails the picture it was at, and no other",
  ...needs({ read: true, write: true }),
  async fn() {
    const path = await Deno.makeTempFile();
    const bytes = Uint8Array.fromBase64(pictures[0].bytes);
    await Deno.writeFile(path, bytes);
    const hash = createHash("sha256").update(bytes).digest("hex");
    const pool = new DecodePool(1);
    try {
      const good = { path, hash, size: 8 };
      // What no caller sends breaks the worker as a decoder that traps does.
      const bad = null as unknown as DecodeRequest;
      const jobs = [good, bad, good, bad, bad, good].map((request) => pool.add(request));
      const replies = await Promise.all(jobs.map(({ reply }) => reply));
      assert.deepEqual(
        replies.map((reply) => "pixels" in reply ? reply.pixels.length : reply.reason.slice(0, 18)),
        [192, "decoder broke down", 192, "decoder broke down", "decoder broke down", 192],
      );
    } finally {
      pool.close();
      await Deno.remove(path);
    }
  },
});
