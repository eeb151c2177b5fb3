/** Where a part of a file lies, in bytes. */
export interface Range {
  readonly start: number;
  /** Not included. */
  readonly end: number;
}

/** The content of a box of an ISO media file. */
export interface Box extends Range {
  /** Four letters. */
  readonly name: string;
}

/**
 * Lists the boxes in a range, one after the other. Each is length, name, and content.
 *
 * Source: ISO/IEC 14496-12 section 4.2; JPEG 2000 has the same boxes.
 *
 * @throws {RangeError} when a box ends behind the range
 */
export function* boxesIn(view: DataView, { start, end }: Range): Generator<Box> {
  for (let at = start; at < end;) {
    const read = readerOf(view, { start: at, end });
    const [length, letters] = [read(4), read(4)];
    const name = String.fromCharCode(...[24, 16, 8, 0].map((shift) => letters >>> shift & 255));
    // 1 stands for a longer length behind the name, and 0 for the rest.
    const [head, total] = length === 1 ? [16, read(8)] : [8, length === 0 ? end - at : length];
    if (total < head || at + total > end) {
      throw new RangeError(`The box ${name} ends behind its end`);
    }
    yield { name, start: at + head, end: at + total };
    at += total;
  }
}

/**
 * Finds the first box of a name in a range.
 *
 * @throws {RangeError} when there is none
 */
export function boxIn(view: DataView, range: Range, name: string): Box {
  for (const box of boxesIn(view, range)) {
    if (box.name === name) return box;
  }
  throw new RangeError(`There is no box ${name}`);
}

/**
 * Makes a function that reads one number after the other: unsigned, of so many bytes, the highest
 * first.
 *
 * @throws {RangeError} from the function, when a number ends behind the range
 */
export function readerOf(view: DataView, { start, end }: Range): (bytes: number) => number {
  let at = start;
  return (bytes) => {
    if (at + bytes > end) throw new RangeError("A number ends behind its box");
    let value = 0;
    for (const last = at + bytes; at < last; at++) value = value * 256 + view.getUint8(at);
    return value;
  };
}
