import { defineMessages } from "../language/define_messages.ts";

/** What the reader of model files says to people. */
export const modelFileMessages = defineMessages("modelFile", {
  noRun: {
    en:
      'cannot find a run: "{runs}" holds none with a {file}; train one with `deno task train`, or give the folder of one',
    ja:
      '学習結果が見つかりません。"{runs}" に {file} のあるものがありません。`deno task train` で学習するか、学習結果のフォルダーを指定してください',
  },
  notFutago: {
    en:
      "cannot use {source}: expected a model that Futago trained, got a file without its metadata; name another file, or train a model",
    ja:
      "{source} は使えません。Futagoで学習したモデルのメタデータがありません。別のファイルを指定するか、学習してください",
  },
  otherVersion: {
    en:
      "cannot use {source}: expected a model of version {expected}, got one of version {found}; use that version of Futago, or train again",
    ja:
      "{source} は使えません。バージョン{expected}のモデルが必要ですが、バージョン{found}です。そのバージョンのFutagoを使うか、学習し直してください",
  },
  newerFormat: {
    en:
      "cannot use {source}: its format version is {found}, and this version of Futago reads up to {latest}; update Futago",
    ja:
      "{source} は使えません。形式のバージョンが{found}ですが、このFutagoが読めるのは{latest}までです。Futagoを更新してください",
  },
  metadataDamaged: {
    en:
      'cannot use {source}: "{key}" in its metadata is missing or damaged; get the file again, or train again',
    ja:
      '{source} は使えません。メタデータの "{key}" が無いか壊れています。ファイルを入手し直すか、学習し直してください',
  },
  notSafetensors: {
    en:
      "cannot read {source}: expected a complete safetensors file, got {found}; make it again, or get it again",
    ja:
      "{source} を読めません。完全なsafetensorsファイルではありません({found})。作り直すか、入手し直してください",
  },
  onlyBytes: {
    en: "only {bytes, plural, one {# byte} other {# bytes}}",
    ja: "{bytes, number}バイトしかない",
  },
  headerBeyondFile: {
    en: "a header of {length} bytes in a file of {size} bytes",
    ja: "{size}バイトのファイルにヘッダーが{length}バイト",
  },
  headerTooLong: {
    en: "a header of {length} bytes, more than {most}",
    ja: "ヘッダーが{length}バイトで、{most}バイトを超える",
  },
  headerNotObject: {
    en: "a header that is not a JSON object",
    ja: "ヘッダーがJSONオブジェクトではない",
  },
  nameTwice: { en: "{name} twice in its header", ja: "ヘッダーに {name} が2つある" },
  metadataNotText: { en: "metadata that is not text", ja: "メタデータが文字列ではない" },
  entryIncomplete: {
    en: "no dtype, shape, and offsets for tensor {name}",
    ja: "テンソル {name} の型、形、位置が無い",
  },
  unknownDtype: {
    en: "tensor {name} of type {dtype}, none of {known}",
    ja: "テンソル {name} の型 {dtype} は {known} のどれでもない",
  },
  wrongSize: {
    en: "{found} bytes for tensor {name}, not {expected}",
    ja: "テンソル {name} が{expected}バイトではなく{found}バイト",
  },
  gap: {
    en: "a gap or an overlap before tensor {name}",
    ja: "テンソル {name} の前に隙間か重なりがある",
  },
  valuesMissing: {
    en: "{found} bytes of values instead of {expected}",
    ja: "値が{expected}バイトのはずが{found}バイト",
  },
  changed: {
    en:
      "cannot read {path}: its content differs from what was written; make it again, or get it again",
    ja:
      "{path} を読めません。書き込んだときと内容が変わっています。作り直すか、入手し直してください",
  },
  notLayersModel: {
    en: "cannot read {path}: expected a TensorFlow.js layers model of float32 weights, got {found}",
    ja: "{path} を読めません。float32の重みのTensorFlow.js layersモデルではありません({found})",
  },
  noWeightsManifest: { en: "no such list of weights", ja: "重みの一覧が無い" },
  fileTwice: { en: "a file named twice", ja: "同じファイルが2回指定されている" },
  onlyBytesIn: {
    en: "only {bytes, plural, one {# byte} other {# bytes}} in {files}",
    ja: "{files} が{bytes, number}バイトしかない",
  },
  weightTwice: { en: '"{name}" twice', ja: '"{name}" が2つある' },
  bytesTooMany: {
    en: "{bytes, plural, one {# byte} other {# bytes}} too many in {files}",
    ja: "{files} が{bytes, number}バイト余る",
  },
  seenDamaged: {
    en:
      'cannot tell what the run saw in training: "{path}" is damaged; get the file again, or remove it to measure on all images',
    ja:
      '学習に使った画像が分かりません。"{path}" が壊れています。ファイルを入手し直すか、削除してすべての画像で測定してください',
  },
});
