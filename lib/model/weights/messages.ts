import { defineMessages } from "../../language/define_messages.ts";

/** What the weights of models say to people. */
export const weightMessages = defineMessages("weights", {
  unfit: { en: "cannot use {source}: {faults}", ja: "{source} は使えません: {faults}" },
  unfitFile: {
    en: "cannot use {path} for {backbone}: {faults}; give weights of that backbone",
    ja: "{path} は {backbone} に使えません: {faults}。そのバックボーンの重みを指定してください",
  },
  and: { en: "{first}; {second}", ja: "{first}、{second}" },
  missing: { en: "it lacks the {tensors}", ja: "{tensors} がありません" },
  extra: { en: "it has the extra {tensors}", ja: "余分な {tensors} があります" },
  shape: {
    en: "expected {name} as [{expected}], got [{found}]",
    ja: "{name} の形は[{expected}]のはずが[{found}]です",
  },
  notFinite: {
    en: "expected finite floats only, got other values in {tensors}",
    ja: "有限の浮動小数点数であるべき {tensors} に、そうでないものがあります",
  },
  tensor: { en: "tensor {name}", ja: "テンソル {name}" },
  severalTensors: { en: "tensors {names}", ja: "テンソル {names}" },
  more: { en: "{first} and {count, number} more", ja: "{first} ほか{count, number}件" },
  fileMissing: {
    en:
      'cannot load weights from "{path}": expected a safetensors file, the folder of a run, or that of a TensorFlow.js layers model, but it or one of its files does not exist; check the path',
    ja:
      '"{path}" から重みを読み込めません。safetensorsファイルか、学習結果またはTensorFlow.jsのlayersモデルのフォルダーが必要ですが、無いか、ファイルが揃っていません。パスを確かめてください',
  },
  folderWithoutModel: {
    en:
      'cannot load weights from "{path}": expected the folder of a run or of a TensorFlow.js layers model, got one without {file} and model.json; check the path',
    ja:
      '"{path}" から重みを読み込めません。学習結果か、TensorFlow.jsのlayersモデルのフォルダーが必要ですが、{file} も model.json もありません。パスを確かめてください',
  },
  foreignFile: {
    en:
      'cannot load weights from "{path}": it is {kind}, and Futago reads safetensors files under timm\'s names; save the weights as one, in Python with safetensors.torch.save_file(model.state_dict(), "weights.safetensors") for a model of timm',
    ja:
      '"{path}" から重みを読み込めません。これは{kind}ですが、読めるのはtimmの名前のsafetensorsファイルです。timmのモデルなら、Pythonの safetensors.torch.save_file(model.state_dict(), "weights.safetensors") で保存してください',
  },
  pyTorchFile: { en: "a file of PyTorch", ja: "PyTorchのファイル" },
  onnxFile: { en: "an ONNX model", ja: "ONNXモデル" },
  kerasFile: { en: "a file of Keras", ja: "Kerasのファイル" },
  tensorFlowFile: { en: "a file of TensorFlow", ja: "TensorFlowのファイル" },
  layersModelUnfit: {
    en:
      "cannot use {path} for {backbone}: TensorFlow.js layers models are only read for {others}; give a safetensors file, or choose that backbone",
    ja:
      "{path} は {backbone} に使えません。TensorFlow.jsのlayersモデルは {others} 専用です。safetensorsファイルを指定するか、そのバックボーンを使ってください",
  },
  imageNet: { en: "the ImageNet weights of {backbone}", ja: "{backbone} のImageNetの重み" },
  noImageNet: {
    en: "timm has no ImageNet weights of {backbone}: choose one of the backbones {others}",
    ja:
      "timmには {backbone} のImageNetの重みがありません。次のバックボーンから選んでください: {others}",
  },
  noImageNetButLayers: {
    en:
      "timm has no ImageNet weights of {backbone}: give its layers model with {option}, or choose one of the backbones {others}",
    ja:
      "timmには {backbone} のImageNetの重みがありません。{option} でlayersモデルを指定するか、次のバックボーンから選んでください: {others}",
  },
});
