import assert from "node:assert/strict";
import { describeError } from "../../../tasks/output/describe_error.ts";

const namesOfObjects = Object.getOwnPropertyNames(Object.prototype).sort().join();

/** How the cases of a fuzz ended, each of which ends in one of two ways. */
export class Tally {
  loaded = 0;
  refused = 0;
  /** Milliseconds of the slowest case. */
  slowest = 0;
  readonly #most: number;

  /** @param options.untimed true where a case is more work than reading a file */
  constructor({ untimed = false } = {}) {
    this.#most = untimed ? Infinity : 5000;
  }

  /**
   * Runs a case and asserts that it ends within seconds: well, or with one line that says why; and
   * that objects inherit nothing new.
   *
   * @param name of the case, to find it again
   */
  async take(name: string, load: () => unknown): Promise<void> {
    let milliseconds = Infinity;
    // The machine may have other work: what is quadratic takes minutes every time.
    for (let tries = 0; tries < 3 && !(milliseconds < this.#most); tries++) {
      const begin = performance.now();
      const line = await outcome(load);
      milliseconds = Math.min(milliseconds, performance.now() - begin);
      if (tries > 0) continue;
      line === null ? this.loaded++ : this.refused++;
      assert.ok(line === null || isLine(line), `${name}: ${line}`);
    }
    assert.ok(milliseconds < this.#most, `${name}: ${milliseconds} ms`);
    this.slowest = Math.max(this.slowest, milliseconds);
    assert.equal(({} as { polluted?: unknown }).polluted, undefined, name);
    assert.equal(Object.getOwnPropertyNames(Object.prototype).sort().join(), namesOfObjects, name);
  }

  /** Asserts that cases ended in both ways, and tells how many. */
  tell(what: string): void {
    assert.ok(this.loaded > 0 && this.refused > 0, `${this}`);
    console.log(`${what}: ${this}`);
  }

  toString(): string {
    const { loaded, refused, slowest } = this;
    return `${loaded + refused} mutations, ${loaded} loaded, ${refused} refused, slowest ${
      Math.ceil(slowest)
    } ms`;
  }
}

/** What a task would say; null where all is well. */
async function outcome(load: () => unknown): Promise<string | null> {
  try {
    await load();
    return null;
  } catch (error) {
    return error instanceof assert.AssertionError
      ? `wrongly loaded\n${error.stack}`
      : describeError(error);
  }
}

function isLine(text: string): boolean {
  return !/\p{Cc}/u.test(text) && text.length < 1500 && text.length > 10;
}
