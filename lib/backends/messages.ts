import { defineMessages } from "../language/define_messages.ts";

/** Messages of the backends, and reasons for a choice of one. */
export const backendMessages = defineMessages("backends", {
  requested: { en: "as requested", ja: "指定による" },
  requestedAdapter: { en: "as requested: {adapter}", ja: "指定による: {adapter}" },
  adapterFound: {
    en: "a graphics adapter was found: {adapter}",
    ja: "グラフィックスアダプターが見つかったため: {adapter}",
  },
  noAdapterFound: {
    en: "no graphics adapter was found",
    ja: "グラフィックスアダプターが見つからないため",
  },
  onlySoftware: {
    en: "the only graphics adapter is software: {adapter}",
    ja: "グラフィックスアダプターがソフトウェアだけのため: {adapter}",
  },
  adapterMissing: {
    en:
      "cannot open WebGPU: there is no graphics adapter; install its driver (without a GPU: apt-get install mesa-vulkan-drivers), or use the wasm backend",
    ja:
      "WebGPUを開けません。グラフィックスアダプターがありません。ドライバー(GPUが無ければ apt-get install mesa-vulkan-drivers)を入れるか、wasm バックエンドを使ってください",
  },
  deviceLost: {
    en:
      "the WebGPU device was lost ({reason}: {text}): start again; {resume} goes on from the last checkpoint",
    ja:
      "WebGPUデバイスが失われました({reason}: {text})。もう一度始めてください。学習は {resume} で最後のチェックポイントから再開できます",
  },
  deviceMemory: {
    en:
      "the WebGPU device ran out of memory ({text}): use a smaller {batch} or {imageSize}, or another {backend}",
    ja:
      "WebGPUデバイスのメモリーが足りません({text})。{batch} か {imageSize} を小さくするか、別の {backend} を指定してください",
  },
  wasmMemory: {
    en:
      "the 4 GiB of WebAssembly memory ran out: use a smaller {batch} or {imageSize}, or a GPU with {backend} webgpu",
    ja:
      "WebAssemblyの4 GiBのメモリーが足りません。{batch} か {imageSize} を小さくするか、GPUで {backend} webgpu を指定してください",
  },
  noSimd: {
    en:
      "cannot open the wasm backend: this Deno or processor has no WebAssembly SIMD; use a newer one, or the cpu backend",
    ja:
      "wasm バックエンドを開けません。このDenoかプロセッサーにはWebAssemblyのSIMDがありません。新しいものか、cpu バックエンドを使ってください",
  },
});

/** Options by which a run takes less memory, as values of a message. */
export const memoryOptions = {
  batch: { option: "batch" },
  imageSize: { option: "imageSize" },
  backend: { option: "backend" },
} as const;
