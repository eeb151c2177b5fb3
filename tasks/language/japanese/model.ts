/** Of models, their files and where they are computed. */
export const model: Readonly<Record<string, string>> = {
  'no backbone is called "{0}"; choose one of: {1}':
    '"{0}" というバックボーンはありません。使えるのは {1} です',
  'cannot load a model from "{0}": it has no {1}; train one, or name another run':
    '"{0}" からモデルを読み込めません。{1} がありません。学習するか、別の学習結果を指定してください',
  "cannot drop paths of {0} at a rate of {1}: it has none to leave out; take 0, or one of: {2}":
    "{0} の経路を割合{1}で飛ばせません。飛ばせる経路がありません。0にするか、次のいずれかを使ってください: {2}",
  "Opening WebGPU: wanted a graphics adapter, found none; install its driver (without a GPU: apt-get install mesa-vulkan-drivers) or use the wasm backend":
    "WebGPUを開けません。グラフィックスアダプターが見つかりません。ドライバー(GPUが無ければ apt-get install mesa-vulkan-drivers)を入れるか、wasm バックエンドを使ってください",

  // Weights that a model starts from.
  "the imagenet weights of {0}": "{0} のimagenetの重み",
  "timm has no imagenet weights of {0}; {1}choose one of the backbones that it has them for: {2}":
    "timmには {0} のimagenetの重みがありません。{1}次のバックボーンから選んでください: {2}",
  "name its layers model with --weights, or ": "--weights でlayersモデルを指定するか、",
  'cannot load weights from "{0}": wanted a safetensors file or a folder of a TensorFlow.js layers model, found none or not all of its files; give the path of one':
    '"{0}" から重みを読み込めません。safetensorsファイルか、TensorFlow.jsのlayersモデルのフォルダーが必要ですが、無いか、ファイルが揃っていません。パスを確かめてください',
  "cannot use {0} for {1}: {2}; name weights of that backbone":
    "{0} は {1} に使えません: {2}。そのバックボーンの重みを指定してください",
  "cannot use {0} for {1}: TensorFlow.js layers models are read for {2} alone; name a safetensors file, or choose that backbone":
    "{0} は {1} に使えません。TensorFlow.jsのlayersモデルは {2} 専用です。safetensorsファイルを指定するか、そのバックボーンを使ってください",
  "it lacks the {0}": "{0} がありません",
  "it has besides the {0}": "余分な {0} があります",
  "wanted {0}": "{0}",
  "wanted finite floats alone, found others in {0}":
    "有限の浮動小数点数であるべき {0} に、そうでないものがあります",
  "{0} as [{1}], found [{2}]": "{0} の形は[{1}]のはずが[{2}]です",
  "tensor {0}": "テンソル {0}",
  "tensors {0}": "テンソル {0}",
  "{0} and {1} more": "{0} ほか{1}個",

  // Downloads.
  "cannot keep {0} at {1}: {2}; free that place":
    "{0}を {1} に保存できません: {2}。その場所を空けてください",
  "stopped while downloading {0}; the same command goes on with it":
    "{0}のダウンロードを中断しました。同じコマンドで続きから再開します",
  "cannot download {0} from {1}: {2}; fetch that file where there is a network and put it at {3}":
    "{0}を {1} からダウンロードできません: {2}。ネットワークのある所でそのファイルを取得し、{3} に置いてください",
  "wanted {0} bytes with the SHA-256 {1}, found {2} with {3} and deleted them":
    "{0}バイト、SHA-256 {1} のはずが、{2}バイト、{3} だったので削除しました",
  "the connection ended after {0} of {1} bytes": "{1}バイト中{0}バイトで接続が切れました",
  "the answer tells no size and SHA-256, so it is not the hub's":
    "応答に大きさとSHA-256が無く、配布元のものではありません",
  "the answer was {0}": "応答は {0} でした",
  "nothing came for {0} s": "{0}秒間、応答がありませんでした",
  "{0}": "{0}",

  // Files.
  'cannot read "{0}": {1}; put the right file there':
    '"{0}" を読めません: {1}。正しいファイルを置いてください',
  "it is no file": "ファイルではありません",
  "wanted {0} bytes at most, found {1}": "{0}バイト以下のはずが{1}バイトです",
  'cannot write into "{0}": wanted a folder, found {1}; remove it':
    '"{0}" に書き込めません。フォルダーのはずが{1}です。削除してください',
  "a link": "リンク",
  "a file": "ファイル",
  "cannot read {0}: wanted a whole safetensors file, found {1}; make or get it anew":
    "{0} を読めません。完全なsafetensorsファイルではありません({1})。作り直すか、入手し直してください",
  "cannot read {0}: it is not any more as it was written; make or get it anew":
    "{0} を読めません。書き込んだときと内容が変わっています。作り直すか、入手し直してください",
  "only {0} bytes": "{0}バイトしかない",
  "a header of {0} bytes in a file of {1}": "{1}バイトのファイルにヘッダーが{0}バイト",
  "a header of {0} bytes, more than {1}": "ヘッダーが{0}バイトで、{1}バイトを超える",
  "{0} twice in its header": "ヘッダーに {0} が2つある",
  "a header that is not a JSON object": "ヘッダーがJSONオブジェクトではない",
  "metadata that is not text": "メタデータが文字列ではない",
  "no dtype, shape and offsets for tensor {0}": "テンソル {0} の型、形、位置が無い",
  "tensor {0} of {1}, none of {2}": "テンソル {0} の型 {1} は {2} のどれでもない",
  "{0} bytes for tensor {1}, not {2}": "テンソル {1} が{2}バイトではなく{0}バイト",
  "a gap or an overlap before tensor {0}": "テンソル {0} の前に隙間か重なりがある",
  "{0} bytes of values where {1} were announced": "値が{1}バイトのはずが{0}バイト",
  "cannot read {0}: wanted a TensorFlow.js layers model of float32 weights, found {1}":
    "{0} を読めません。float32の重みのTensorFlow.js layersモデルではありません({1})",
  "no such list of weights": "重みの一覧が無い",
  "a file named twice": "同じファイルが2回指定されている",
  '"{0}" twice': '"{0}" が2つある',
  "only {0} bytes in {1}": "{1} が{0}バイトしかない",
  "{0} bytes too many in {1}": "{1} が{0}バイト余る",
  "cannot use {0}: wanted a model that Futago trained, found a file without its metadata; name another file, or train one":
    "{0} は使えません。Futagoで学習したモデルのメタデータがありません。別のファイルを指定するか、学習してください",
  "cannot use {0}: wanted a model of version {1}, found one of version {2}; use that version, or train anew":
    "{0} は使えません。バージョン{1}のモデルが必要ですが、バージョン{2}です。そのバージョンを使うか、学習し直してください",
  'cannot use {0}: "{1}" in its metadata is missing or damaged; get the file anew, or train anew':
    '{0} は使えません。メタデータの "{1}" が無いか壊れています。ファイルを入手し直すか、学習し直してください',
  'cannot tell what the run saw in training: wanted lines of {0} hexadecimal digits in "{1}", found others; get the file anew, or remove it to measure on all pictures':
    '学習に使った画像が分かりません。"{1}" の各行は16進数{0}桁のはずですが、違います。ファイルを入手し直すか、削除してすべての画像で測定してください',
};
