/** What the doctor says of a machine. */
export const doctor: Readonly<Record<string, string>> = {
  "Tells what this machine offers to training, and checks every kernel against its reference on it.":
    "このマシンが学習に何を提供できるかを示し、すべてのカーネルをその場で基準の計算と比べます。",
  "Exit code 0 where training is possible, 2 where a kernel is wrong or no backend works.":
    "終了コードは、学習できるなら0、誤ったカーネルがあるか動くバックエンドが無ければ2です。",
  "checking {0} kernels on {1}": "{1} で{0}個のカーネルを検査しています",
  system: "システム",
  cores: "コア数",
  memory: "メモリー",
  "{0}, {1} available": "{0}(空き {1})",
  "free on the disk": "ディスクの空き",
  "not known": "不明",
  "graphics adapter": "グラフィックスアダプター",
  "WebAssembly SIMD": "WebAssemblyのSIMD",
  "WebAssembly threads": "WebAssemblyのスレッド",
  "backend of --backend auto": "--backend auto のバックエンド",
  "vendor, architecture": "ベンダー、アーキテクチャー",
  "largest buffer": "最大のバッファー",
  "largest bound buffer": "束縛できる最大のバッファー",
  "memory of a workgroup": "ワークグループのメモリー",
  "threads of a workgroup": "ワークグループのスレッド数",
  kernel: "カーネル",
  "backend, largest difference from its reference": "バックエンド、基準との最大の差",
  ok: "正常",
  WRONG: "誤り",
  yes: "あり",
  no: "なし",
  "Training is possible.": "学習できます。",
  "Something is wrong: see what to do above.": "問題があります。上の対処を見てください。",

  // What to do.
  "no graphics adapter was found: where there is a GPU, install its vendor's Vulkan driver; where there is none, training goes on wasm, and apt-get install mesa-vulkan-drivers brings a software adapter to check the GPU kernels on":
    "グラフィックスアダプターが見つかりません。GPUがあるなら、ベンダーのVulkanドライバーを入れてください。無ければ学習は wasm で行われます。apt-get install mesa-vulkan-drivers でソフトウェアのアダプターが入り、GPU用のカーネルを検査できます",
  "the only graphics adapter is software, and slower than wasm: where there is a GPU, install its vendor's Vulkan driver":
    "グラフィックスアダプターはソフトウェアだけで、wasm より遅くなります。GPUがあるなら、ベンダーのVulkanドライバーを入れてください",
  "the adapter lacks {0}: training does without; a newer driver may bring it":
    "アダプターに {0} がありません。無くても学習できます。新しいドライバーなら使えるかもしれません",
  "the adapter binds {0} MiB at most: should a run be told that a buffer is too large, take a smaller --batch or --image-size":
    "アダプターが束縛できるのは{0} MiBまでです。バッファーが大きすぎると言われたら、--batch か --image-size を小さくしてください",
  "only {0} MiB of memory are available: close other programs, or take a smaller --batch":
    "空きメモリーが{0} MiBしかありません。ほかのプログラムを閉じるか、--batch を小さくしてください",
  "the system does not tell how much of the disk is free: make sure before a long run":
    "ディスクの空きが分かりません。長い学習の前に確かめてください",
  "only {0} MiB of the disk are free: free some space, or name an --out on another disk":
    "ディスクの空きが{0} MiBしかありません。空き容量を増やすか、別のディスクを --out で指定してください",
  "WebAssembly has no SIMD here: without a GPU only the slow cpu backend is left; a newer Deno or processor has it":
    "WebAssemblyのSIMDがありません。GPUが無ければ遅い cpu バックエンドしか残りません。新しいDenoかプロセッサーなら使えます",
  "the backend {0} does not start ({1}): use another --backend, and report it with deno task doctor --json":
    "バックエンド {0} が始まりません({1})。別の --backend を使い、deno task doctor --json を添えて報告してください",
  "{0} kernels are wrong on {1}: do not train there, but with --backend {2}; update the driver, and report it with deno task doctor --json":
    "{1} では{0}個のカーネルが誤っています。そこでは学習せず、--backend {2} を使ってください。ドライバーを更新し、deno task doctor --json を添えて報告してください",
  "{0} kernels are wrong on {1}: do not train there; report it with deno task doctor --json":
    "{1} では{0}個のカーネルが誤っています。そこでは学習せず、deno task doctor --json を添えて報告してください",
};
