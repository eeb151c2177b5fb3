/** A program that implements WebGPU: Deno's and Firefox's, or that of Chrome, Edge and Node.js. */
export type WebGpuImplementation = "wgpu" | "Dawn";

/** How each begins to report a shader that it cannot parse. */
const reports: readonly [WebGpuImplementation, RegExp][] = [
  ["wgpu", /^Shader '.*' parsing error/],
  ["Dawn", /^Error while parsing WGSL/],
];

/**
 * Finds out which program implements WebGPU here. WebGPU itself does not tell, but each implementation has
 * its own compiler, whose words for an error differ.
 *
 * @returns null where there is no adapter, or the words are those of neither
 */
export async function webGpuImplementation(): Promise<WebGpuImplementation | null> {
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter) return null;
  const device = await adapter.requestDevice();
  try {
    device.pushErrorScope("validation");
    device.createShaderModule({ code: "no WGSL" });
    const words = (await device.popErrorScope())?.message.trim() ?? "";
    return reports.find(([, report]) => report.test(words))?.[0] ?? null;
  } finally {
    device.destroy();
  }
}
