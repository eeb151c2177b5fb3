import { createHash } from "node:crypto";

/** How a {@linkcode Hub} behaves; what is not said is as the real one does. */
export interface HubFaults {
  /** Of one answer, before all else. */
  readonly status?: number;
  /** Header lines of the redirect to the bytes. */
  readonly told?: Readonly<Record<string, string>>;
  /** Another file than it tells of. */
  readonly sent?: Uint8Array<ArrayBuffer>;
  /** Each connection ends after so many bytes. */
  readonly cutAfter?: number;
  /** Each connection falls silent after so many bytes. */
  readonly silentAfter?: number;
  /** Sends all, whatever was asked for. */
  readonly ignoresRange?: boolean;
}

/** A hub and the server of its bytes, on this machine. */
export interface Hub extends AsyncDisposable {
  readonly origin: string;
  /** The `Range` of each request for bytes. */
  readonly ranges: (string | null)[];
  /** The paths that the hub itself was asked for. */
  readonly paths: string[];
}

const local = { hostname: "127.0.0.1", port: 0, onListen() {} };

/** Starts a hub that has one file under every address. */
export function startHub(file: Uint8Array<ArrayBuffer>, faults: HubFaults = {}): Hub {
  const ranges: (string | null)[] = [], paths: string[] = [];
  const store = Deno.serve(local, (request) => {
    const range = request.headers.get("range");
    ranges.push(range);
    const from = faults.ignoresRange ? 0 : Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
    const whole = faults.sent ?? file;
    const headers = new Headers({ "Content-Length": `${whole.length - from}` });
    if (from > 0) headers.set("Content-Range", `bytes ${from}-${whole.length - 1}/${whole.length}`);
    const body = broken(whole.subarray(from), faults);
    return new Response(body, { status: from > 0 ? 206 : 200, headers });
  });
  const sha256 = createHash("sha256").update(file).digest("hex");
  const told = faults.told ??
    { "X-Linked-Size": `${file.length}`, "X-Linked-ETag": `"${sha256}"`, "X-Repo-Commit": "abc" };
  const hub = Deno.serve(local, (request) => {
    const { pathname } = new URL(request.url);
    paths.push(pathname);
    if (faults.status) return new Response(null, { status: faults.status });
    if (!pathname.startsWith("/renamed/")) {
      return new Response(null, { status: 307, headers: { Location: `/renamed${pathname}` } });
    }
    const Location = `http://127.0.0.1:${store.addr.port}/signed?key=1`;
    return new Response(null, { status: 302, headers: { Location, ...told } });
  });
  return {
    origin: `http://127.0.0.1:${hub.addr.port}`,
    ranges,
    paths,
    async [Symbol.asyncDispose]() {
      await Promise.all([hub.shutdown(), store.shutdown()]);
    },
  };
}

/** A body that ends early, or never. */
function broken(
  bytes: Uint8Array<ArrayBuffer>,
  { cutAfter, silentAfter }: HubFaults,
): ReadableStream<Uint8Array> {
  const some = bytes.subarray(0, cutAfter ?? silentAfter);
  return new ReadableStream({
    start(controller) {
      if (some.length > 0) controller.enqueue(some);
      if (silentAfter === undefined) controller.close();
    },
  });
}
