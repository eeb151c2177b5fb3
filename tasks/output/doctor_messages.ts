import { defineMessages } from "../../lib/language/mod.ts";

/** What `deno task doctor` shows. */
export const doctorReportMessages = defineMessages("doctorReport", {
  checking: {
    en: "checking {count, plural, one {# kernel} other {# kernels}} on {name}",
    ja: "{name} で{count, number}個のカーネルを検査しています",
  },
  none: { en: "none", ja: "なし" },
  unknown: { en: "unknown", ja: "不明" },
  yes: { en: "yes", ja: "あり" },
  no: { en: "no", ja: "なし" },
  system: { en: "system", ja: "システム" },
  cores: { en: "cores", ja: "コア数" },
  memory: { en: "memory", ja: "メモリー" },
  memoryAvailable: { en: "{total}, {available} available", ja: "{total}(空き {available})" },
  diskFree: { en: "free disk space", ja: "ディスクの空き" },
  adapter: { en: "graphics adapter", ja: "グラフィックスアダプター" },
  implementation: { en: "WebGPU implementation", ja: "WebGPUの実装" },
  vendor: { en: "vendor, architecture", ja: "ベンダー、アーキテクチャー" },
  largestBuffer: { en: "largest buffer", ja: "最大のバッファー" },
  largestBinding: { en: "largest bound buffer", ja: "束縛できる最大のバッファー" },
  workgroupMemory: { en: "memory per workgroup", ja: "ワークグループのメモリー" },
  workgroupThreads: { en: "threads per workgroup", ja: "ワークグループのスレッド数" },
  simd: { en: "WebAssembly SIMD", ja: "WebAssemblyのSIMD" },
  threads: { en: "WebAssembly threads", ja: "WebAssemblyのスレッド" },
  autoBackend: { en: "backend of {backend} auto", ja: "{backend} auto のバックエンド" },
  kernel: { en: "kernel", ja: "カーネル" },
  difference: {
    en: "backend, largest difference from the reference",
    ja: "バックエンド、基準との最大の差",
  },
  ok: { en: "ok", ja: "正常" },
  wrong: { en: "WRONG", ja: "誤り" },
  failed: { en: "FAILED", ja: "失敗" },
  possible: { en: "Training is possible.", ja: "学習できます。" },
  impossible: {
    en: "Something is wrong: follow the advice above.",
    ja: "問題があります。上の対処を見てください。",
  },
});
