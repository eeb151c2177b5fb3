import assert from "node:assert/strict";
import { join } from "node:path";
import { downloadFile, type DownloadOptions } from "../../lib/io/download_file.ts";
import { needs } from "../needs.ts";
import { type HubFaults, startHub } from "./hub.ts";

/** Bytes that differ everywhere, in more than one chunk. */
const file = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 2654435761) >>> 24);
const half = file.length / 2;

/** A folder to download into, and what happens there. */
interface Place {
  readonly folder: string;
  readonly path: string;
  /** Downloads from a hub of its own; returns what the store was asked for. */
  download(faults?: HubFaults, options?: Partial<DownloadOptions>): Promise<(string | null)[]>;
  /** Asserts that it fails in one line; returns the line after the address. */
  refused(faults?: HubFaults, options?: Partial<DownloadOptions>): Promise<string>;
  /** Names in the folder; of a part, "part". */
  names(): Promise<string[]>;
}

function downloading(name: string, test: (place: Place) => Promise<void>): void {
  Deno.test({
    name,
    ...needs({ read: true, write: true, net: true }),
    async fn() {
      const root = await Deno.makeTempDir();
      const folder = join(root, "weights"), path = join(folder, "a.safetensors");
      const download: Place["download"] = async (faults, options) => {
        await using hub = startHub(file, faults);
        await downloadFile({ url: `${hub.origin}/a`, path, label: "the file", ...options });
        return hub.ranges;
      };
      try {
        await test({
          folder,
          path,
          download,
          async refused(faults, options) {
            const error = await download(faults, options).then(
              () => assert.fail("nothing was refused"),
              (error) => error,
            );
            assert.equal(error.name, "UserError", error.stack);
            assert.doesNotMatch(error.message, /\n/);
            return error.message.replace(/http:\S+\/a:/, "URL:");
          },
          async names() {
            const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
            return names.map((name) => name.replace(/^a\.safetensors\.[0-9a-f]{12}\./, ""));
          },
        });
      } finally {
        await Deno.remove(root, { recursive: true });
      }
    },
  });
}

downloading("a file comes whole, over redirects, and tells how far it is", async (place) => {
  const seen: [number, number][] = [];
  const ranges = await place.download({}, { onProgress: (...at) => seen.push(at) });
  assert.deepEqual(ranges, [null]);
  assert.deepEqual(await Deno.readFile(place.path), file);
  assert.deepEqual(await place.names(), ["a.safetensors"]);
  assert.deepEqual(seen[0], [0, file.length]);
  assert.deepEqual(seen.at(-1), [file.length, file.length]);
  assert.ok(
    seen.every(([done, total], i) => total === file.length && done >= (seen[i - 1]?.[0] ?? 0)),
  );
});

downloading("a stop keeps the part, and the next call fetches the rest alone", async (place) => {
  const controller = new AbortController();
  const line = await place.refused({ silentAfter: half }, {
    signal: controller.signal,
    onProgress: (done) => done === half && controller.abort(),
  });
  assert.equal(line, "stopped while downloading the file; run the same command again to continue");
  assert.deepEqual(await place.names(), ["part"]);
  assert.deepEqual(await place.download(), [`bytes=${half}-`]);
  assert.deepEqual(await Deno.readFile(place.path), file);
  assert.deepEqual(await place.names(), ["a.safetensors"]);
});

downloading("a stop counts even where the rest is under way", async (place) => {
  const controller = new AbortController();
  const { signal } = controller;
  await place.refused({}, { signal, onProgress: (done) => done > 0 && controller.abort() });
  assert.deepEqual(await place.names(), ["part"]);
  await place.download();
  assert.deepEqual(await Deno.readFile(place.path), file);
});

downloading("a connection that is cut is gone on with, but not for ever", async (place) => {
  const ranges = await place.download({ cutAfter: 100_000 });
  assert.deepEqual(ranges, [null, "bytes=100000-", "bytes=200000-"]);
  assert.deepEqual(await Deno.readFile(place.path), file);

  await Deno.remove(place.path);
  const line = await place.refused({ cutAfter: 50_000 });
  assert.match(line, /^cannot download the file from URL: .+; download that file where there is /);
  assert.ok(line.endsWith(` and put it at ${place.path}`), line);
  assert.deepEqual(await place.names(), ["part"]);
  assert.deepEqual(await place.download(), ["bytes=250000-"]);
  assert.deepEqual(await Deno.readFile(place.path), file);
});

downloading("where the server sends all again, the part is replaced", async (place) => {
  await place.refused({ cutAfter: 50_000 });
  assert.deepEqual(await place.download({ ignoresRange: true }), ["bytes=250000-"]);
  assert.deepEqual(await Deno.readFile(place.path), file);
});

downloading("a silent server is given up, and what came is kept", async (place) => {
  const line = await place.refused({ silentAfter: 50_000 }, { stallSeconds: 0.2 });
  assert.match(line, /nothing came for 0\.2 s/);
  assert.deepEqual(await place.names(), ["part"]);
  assert.deepEqual(await place.download(), ["bytes=250000-"]);
});

downloading("other bytes than the hub told are deleted, and it is said", async (place) => {
  const changed = file.with(half, file[half]! ^ 1);
  const line = await place.refused({ sent: changed });
  assert.match(
    line,
    /expected 300,000 bytes with the SHA-256 [0-9a-f]{64}, got 300,000 with [0-9a-f]{64}, and deleted/,
  );
  assert.deepEqual(await place.names(), []);
  const long = new Uint8Array(file.length + 9);
  long.set(file);
  assert.match(await place.refused({ sent: long }), /expected 300,000 bytes .*, got 300,009 with/);
  assert.deepEqual(await place.names(), []);
  const short = await place.refused({ sent: file.slice(0, half) });
  assert.match(short, /the connection ended after 150,000 of 300,000 bytes/);
});

downloading("a damaged part does no lasting harm", async (place) => {
  await place.refused({ cutAfter: 50_000 });
  const [part] = await Array.fromAsync(Deno.readDir(place.folder), ({ name }) => name);
  const path = join(place.folder, part!);
  await Deno.writeFile(path, new Uint8Array(250_000));
  assert.match(await place.refused(), /SHA-256/);
  assert.deepEqual(await place.names(), []);
  await Deno.writeFile(path, new Uint8Array(file.length + 1));
  assert.deepEqual(await place.download(), [null]);
  await Deno.remove(place.path);
  await Deno.writeFile(path, file);
  assert.deepEqual(await place.download(), [], "what is whole is not fetched again");
  assert.deepEqual(await Deno.readFile(place.path), file);
});

downloading("of several at once, one downloads", async (place) => {
  await using hub = startHub(file);
  const one = () => downloadFile({ url: `${hub.origin}/a`, path: place.path, label: "the file" });
  await Promise.all([one(), one(), one()]);
  assert.deepEqual(hub.ranges, [null]);
  assert.deepEqual(await Deno.readFile(place.path), file);
  assert.deepEqual(await place.names(), ["a.safetensors"]);
});

downloading("who is not the hub is not believed", async (place) => {
  assert.match(
    await place.refused({ status: 404 }),
    /URL: the response was 404 Not Found; download/,
  );
  assert.match(await place.refused({ status: 503 }), /URL: the response was 503/);
  const told: HubFaults["told"][] = [{}, { "X-Linked-Size": "5" }, { "X-Linked-ETag": '"x"' }];
  for (const headers of told) {
    assert.match(await place.refused({ told: headers }), /URL: the response has no size and SHA/);
  }
  assert.match(await place.refused({ status: 200 }), /URL: the response has no size and SHA-256/);
  assert.deepEqual(await place.names(), []);
});

downloading("without a server, or a place, it is one line", async (place) => {
  const { origin, [Symbol.asyncDispose]: end } = startHub(file);
  await end();
  const url = `${origin}/a`;
  const started = await place.refused({}, { url });
  assert.match(
    started,
    /^cannot download the file from URL: .*refused.*; download that file where/,
  );
  const forbidden = await place.refused({}, { url: "https://example.invalid/a" });
  assert.match(forbidden, /from https:\/\/example\.invalid\/a: .*(net access|dns|resolve)/);
  const path = join(place.path, "..", "file", "a");
  await Deno.writeTextFile(join(place.folder, "file"), "");
  assert.match(
    await place.refused({}, { path }),
    /^cannot save the file at .*; make room for it there$/,
  );
});
