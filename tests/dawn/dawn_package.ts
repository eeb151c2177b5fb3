/**
 * The package that has Dawn, the WebGPU of Chrome, Edge and Node.js. It takes 130 MB, so it is in no
 * `deno.json` and no `deno.lock`, of which Deno downloads everything: full tests alone download it.
 */
export const dawnPackage = "webgpu@0.6.2";

/** Its hash, as in a lock file. */
export const dawnIntegrity =
  "sha512-3L4GfmqJLvYUIEWJngEQY+2HQiUlAFkg8+P8NDDj3Xx5hHHIFO/r8JW+ynfqBj7kHN4mbnwO74uB+lrRtLhp4Q==";
