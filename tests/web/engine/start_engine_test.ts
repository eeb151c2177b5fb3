import assert from "node:assert/strict";
import { UserError } from "../../../lib/language/user_error.ts";
import { startEngine } from "../../../lib/web/engine/engine.ts";

/** A worker's script. */
const script = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;

const code = (promise: Promise<unknown>) =>
  promise.then(() => "none", (error) => {
    assert.ok(error instanceof UserError, String(error));
    return error.userMessage.code;
  });

Deno.test("a worker that does not start is told, and so is one that fails", async () => {
  assert.equal(await code(startEngine({ worker: script("throw 1") })), "engine.workerFailed");
  const worker = script(`
    let requests = 0;
    onmessage = () => {
      if (requests++ > 0) throw new Error("gone");
      postMessage({ metadata: {}, backend: {} });
    };
  `);
  const engine = await startEngine({ worker });
  assert.equal(await code(engine.embed(new Blob())), "engine.failed");
});

Deno.test("the worker's own words arrive, and what has arrived of the model", async () => {
  const message = JSON.stringify({ code: "engine.noSimd", text: { en: "", ja: "" }, values: {} });
  const failing = script(`onmessage = () => postMessage({ error: ${message} })`);
  assert.equal(await code(startEngine({ worker: failing })), "engine.noSimd");

  const fractions: number[] = [];
  const worker = script(`
    onmessage = ({ data }) => {
      if ("image" in data) return postMessage({ error: ${message} });
      for (const fraction of [0.5, 1]) data.progress.postMessage(fraction);
      setTimeout(() => postMessage({ metadata: { version: "1" }, backend: data.backend }), 50);
    };
  `);
  const engine = await startEngine({
    worker,
    backend: "wasm",
    onProgress: (fraction) => fractions.push(fraction),
  });
  assert.deepEqual([engine.metadata.version, engine.backend], ["1", "wasm"]);
  assert.deepEqual(fractions, [0.5, 1]);
  assert.equal(await code(engine.embed(new Blob())), "engine.noSimd");
});
