import { defineMessages } from "../language/define_messages.ts";

/** What the doctor advises. */
export const doctorMessages = defineMessages("doctor", {
  noAdapter: {
    en:
      "there is no graphics adapter: if this machine has a GPU, install the Vulkan driver of its vendor; without a GPU, training runs on wasm, and apt-get install mesa-vulkan-drivers adds a software adapter to check the GPU kernels on",
    ja:
      "グラフィックスアダプターがありません。GPUがあるなら、ベンダーのVulkanドライバーを入れてください。無ければ学習は wasm で行われます。apt-get install mesa-vulkan-drivers でソフトウェアのアダプターが入り、GPU用のカーネルを検査できます",
  },
  softwareAdapter: {
    en:
      "the only graphics adapter is software, which is slower than wasm: if this machine has a GPU, install the Vulkan driver of its vendor",
    ja:
      "グラフィックスアダプターはソフトウェアだけで、wasm より遅くなります。GPUがあるなら、ベンダーのVulkanドライバーを入れてください",
  },
  missingFeatures: {
    en: "the adapter lacks {features}: training works without; a newer driver may have it",
    ja:
      "アダプターに {features} がありません。無くても学習できます。新しいドライバーなら使えるかもしれません",
  },
  smallBuffers: {
    en:
      "the adapter binds at most {mebibytes, number} MiB: if a run reports that a buffer is too large, use a smaller {batch} or {imageSize}",
    ja:
      "アダプターが束縛できるのは{mebibytes, number} MiBまでです。バッファーが大きすぎると表示されたら、{batch} か {imageSize} を小さくしてください",
  },
  littleMemory: {
    en:
      "only {mebibytes, number} MiB of memory are available: close other programs, or use a smaller {batch}",
    ja:
      "空きメモリーが{mebibytes, number} MiBしかありません。ほかのプログラムを閉じるか、{batch} を小さくしてください",
  },
  diskUnknown: {
    en: "the system does not report the free disk space: check it before a long run",
    ja: "ディスクの空きが分かりません。長い学習の前に確かめてください",
  },
  littleDisk: {
    en:
      "only {mebibytes, number} MiB of the disk are free: free some space, or choose an {out} on another disk",
    ja:
      "ディスクの空きが{mebibytes, number} MiBしかありません。空き容量を増やすか、別のディスクを {out} で指定してください",
  },
  noSimd: {
    en:
      "WebAssembly has no SIMD here: without a GPU, only the slow cpu backend is left; a newer Deno or processor has it",
    ja:
      "WebAssemblyのSIMDがありません。GPUが無ければ遅い cpu バックエンドしか残りません。新しいDenoかプロセッサーなら使えます",
  },
  backendFails: {
    en:
      "the {name} backend does not start ({error}): use another {backend}, and report it with the JSON output of the doctor",
    ja:
      "バックエンド {name} が起動しません({error})。別の {backend} を使い、doctor のJSON出力を添えて報告してください",
  },
  wrongKernels: {
    en:
      "{count, plural, one {# kernel is} other {# kernels are}} wrong on {name}: do not train there; report it with the JSON output of the doctor",
    ja:
      "{name} では{count, number}個のカーネルが誤っています。そこでは学習せず、doctor のJSON出力を添えて報告してください",
  },
  wrongKernelsElsewhere: {
    en:
      "{count, plural, one {# kernel is} other {# kernels are}} wrong on {name}: do not train there, but with {backend} {other}; update the driver, and report it with the JSON output of the doctor",
    ja:
      "{name} では{count, number}個のカーネルが誤っています。そこでは学習せず、{backend} {other} を使ってください。ドライバーを更新し、doctor のJSON出力を添えて報告してください",
  },
});
