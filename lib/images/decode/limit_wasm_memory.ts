const pageBytes = 2 ** 16;
const memorySection = 5;

/**
 * Lowers the maximum memory of a WebAssembly module, so that the engine itself refuses more: its
 * allocator then finds no memory, as on a small machine. The module changes in place: a copy of a large
 * one would only be garbage.
 *
 * Source: WebAssembly core specification 2.0, sections 5.2.2 (LEB128 can be padded) and 5.5.
 *
 * @param module declares a maximum for its own memory
 * @param bytes a multiple of 64 KiB, not over the declared maximum
 * @throws {RangeError} when the module declares no maximum, or in fewer bytes than the new one takes
 */
export function limitWasmMemory(
  module: Uint8Array,
  bytes: number,
): void {
  const read = (at: number) => {
    let value = 0, length = 0;
    do value += (module[at + length]! & 0x7f) * 2 ** (7 * length); while (
      module[at + length++]! & 0x80
    );
    return { value, end: at + length };
  };
  for (let at = 8; at < module.length;) {
    const section = read(at + 1);
    if (module[at] === memorySection) {
      // How many memories, flags, minimum, maximum.
      const flags = read(section.end).end;
      const minimum = read(flags + 1);
      const maximum = read(minimum.end);
      const pages = bytes / pageBytes;
      const length = maximum.end - minimum.end;
      if ((module[flags]! & 1) === 0 || pages >= 2 ** (7 * length)) break;
      for (let i = 0; i < length; i++) {
        const last = i === length - 1;
        module[minimum.end + i] = (pages >>> 7 * i) & 0x7f | (last ? 0 : 0x80);
      }
      return;
    }
    at = section.end + section.value;
  }
  throw new RangeError(`Cannot limit a WebAssembly module to ${bytes} bytes of memory`);
}
