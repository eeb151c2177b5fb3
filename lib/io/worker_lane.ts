/** A worker that answers requests in the order in which they come: see {@linkcode answerInOrder}. */
export class WorkerLane<Request, Reply> {
  readonly #worker: Worker;
  /** Requests under way, in order. */
  readonly #pending: PromiseWithResolvers<Reply>[] = [];

  /**
   * Takes over a worker.
   *
   * @param worker answers each message with one message
   * @param purpose what fails when the worker fails, such as "index the folder"
   */
  constructor(worker: Worker, purpose: string) {
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#pending.shift()!.resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      const error = new Error(`cannot ${purpose}: a worker failed: ${event.message}`);
      for (const { reject } of this.#pending.splice(0)) reject(error);
    };
  }

  /** How many requests are under way. */
  get pending(): number {
    return this.#pending.length;
  }

  /**
   * Sends a request to the worker.
   *
   * @param transfer moved to the worker instead of copied
   * @throws {Error} as a rejection, when the worker fails
   */
  request(request: Request, transfer: Transferable[] = []): Promise<Reply> {
    const reply = Promise.withResolvers<Reply>();
    this.#pending.push(reply);
    this.#worker.postMessage(request, transfer);
    return reply.promise;
  }

  /** Stops the worker. Replies that are still under way never come. */
  close(): void {
    this.#worker.terminate();
  }
}

/** What a worker sees of its own thread. */
declare const self: {
  onmessage: (event: MessageEvent) => void;
  postMessage(message: unknown, transfer: Transferable[]): void;
};

/**
 * Makes the current worker answer each message with one message, in the order of the requests.
 *
 * @param answer must not reject: a worker whose answer rejects fails
 * @param transferOf what of a reply is moved instead of copied
 */
export function answerInOrder<Request, Reply>(
  answer: (request: Request) => Reply | Promise<Reply>,
  transferOf: (reply: Reply) => Transferable[] = () => [],
): void {
  let previous = Promise.resolve();
  self.onmessage = ({ data }: MessageEvent<Request>) => {
    previous = previous.then(async () => {
      const reply = await answer(data);
      self.postMessage(reply, transferOf(reply));
    });
  };
}
