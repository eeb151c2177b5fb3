// The smallest modules that use a feature, as in the package wasm-feature-detect.

/** True where WebAssembly has SIMD, on vectors of 128 bits. */
export function supportsSimd(): boolean {
  return WebAssembly.validate(
    // deno-fmt-ignore
    Uint8Array.of(
      0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253,
      15, 253, 98, 11,
    ),
  );
}

/** True where WebAssembly can share memory between threads. */
export function supportsThreads(): boolean {
  return typeof SharedArrayBuffer === "function" && WebAssembly.validate(
    // deno-fmt-ignore
    Uint8Array.of(
      0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 4, 1, 3, 1, 1, 10, 11, 1, 9, 0,
      65, 0, 254, 16, 2, 0, 26, 11,
    ),
  );
}
