/**
 * Makes threads able to share the memory of a WebAssembly program: sets the flag in the memory's
 * declaration.
 *
 * @param program declares or imports one memory with a maximum, and imports nothing else; it does not
 *   change
 * @returns the program with shared memory
 * @throws {Error} if it declares no such memory
 */
export function shareMemory(program: Uint8Array): Uint8Array<ArrayBuffer> {
  const shared = Uint8Array.from(program);
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0;; shift += 7) {
      const byte = shared[at++]!;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const share = () => {
    if (shared[at] !== withMaximum) return false;
    shared[at] = withMaximum | sharedFlag;
    return true;
  };
  while (at < shared.length) {
    const section = shared[at++];
    const length = number();
    const next = at + length;
    if (section === importSection && number() === 1) {
      for (let names = 2; names > 0; names--) {
        const name = number();
        at += name;
      }
      if (shared[at++] === memoryImport && share()) return shared;
    } else if (section === memorySection && number() === 1 && share()) return shared;
    at = next;
  }
  throw new Error("expected a WebAssembly program with one memory that has a maximum, got none");
}

/** Of the WebAssembly binary format, and of its threads proposal. */
const importSection = 2, memoryImport = 2, memorySection = 5, withMaximum = 1, sharedFlag = 2;
