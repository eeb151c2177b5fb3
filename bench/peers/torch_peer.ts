/** Which PyTorch it is. */
export interface TorchVersions {
  readonly torch: string;
  readonly timm: string | null;
}

/** A PyTorch beside this process: see `torch_peer.py`. */
export class TorchPeer {
  readonly #child: Deno.ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #requests: WritableStreamDefaultWriter<Uint8Array>;

  private constructor(child: Deno.ChildProcess) {
    this.#child = child;
    this.#lines = linesOf(child.stdout);
    this.#requests = child.stdin.getWriter();
  }

  /**
   * Starts the `python3` of the PATH.
   *
   * @returns why not, in one phrase, where there is none or it has no PyTorch
   */
  static async start(): Promise<{ peer: TorchPeer; versions: TorchVersions } | string> {
    const script = decodeURIComponent(new URL("torch_peer.py", import.meta.url).pathname);
    try {
      const peer = new TorchPeer(
        new Deno.Command("python3", {
          args: [script],
          stdin: "piped",
          stdout: "piped",
          stderr: "piped",
        }).spawn(),
      );
      return { peer, versions: await peer.#answer<TorchVersions>() };
    } catch (error) {
      return (error as Error).message;
    }
  }

  /** Prepares a job and tells what it says about itself. */
  prepare<Facts>(job: string, what: Record<string, unknown>): Promise<Facts> {
    return this.#ask<Facts>({ job, ...what });
  }

  /** Does a job that was prepared. */
  async run(job: string, times: number): Promise<void> {
    await this.#ask({ job, times });
  }

  async close(): Promise<void> {
    await this.#requests.close();
    await this.#child.status;
  }

  async #ask<Facts>(request: Record<string, unknown>): Promise<Facts> {
    await this.#requests.write(new TextEncoder().encode(`${JSON.stringify(request)}\n`));
    return await this.#answer<Facts>();
  }

  async #answer<Facts>(): Promise<Facts> {
    const { value, done } = await this.#lines.next();
    if (!done) return JSON.parse(value);
    const said = (await new Response(this.#child.stderr).text()).trim();
    throw new Error(`python3 ended: ${said.slice(said.lastIndexOf("\n") + 1)}`);
  }
}

async function* linesOf(bytes: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  let rest = "";
  for await (const text of bytes.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
}
