import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** A folder on 127.0.0.1, as any static host serves it: with no headers beside the type. */
export interface ServedFolder extends AsyncDisposable {
  /** Ends with a slash. The folder is not at the host's root, as with many hosts. */
  readonly url: string;
  /** Every path that was asked for, in order. */
  readonly requests: readonly string[];
}

/** Serves the files of a folder. */
export function serveFolder(folder: string): ServedFolder {
  const prefix = "/some/place/";
  const requests: string[] = [];
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
    const { pathname } = new URL(request.url);
    requests.push(pathname);
    if (!pathname.startsWith(prefix)) return new Response(null, { status: 404 });
    const path = normalize(pathname.slice(prefix.length) || "index.html");
    try {
      const bytes = await Deno.readFile(join(folder, path));
      const type = types[extname(path)] ?? "application/octet-stream";
      return new Response(bytes, { headers: { "content-type": type } });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}${prefix}`,
    requests,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
