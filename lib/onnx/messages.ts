import { defineMessages } from "../language/define_messages.ts";

/** What the export to ONNX says to people. */
export const onnxMessages = defineMessages("onnx", {
  unknownOperation: {
    en:
      "cannot export the model: its backbone uses TensorFlow.js's operation {operation}, which cannot be written as ONNX; build it from the operations that the backbones of this package use",
    ja:
      "モデルを書き出せません。バックボーンが使うTensorFlow.jsの演算 {operation} はONNXで書けません。このパッケージのバックボーンが使う演算で組み立ててください",
  },
  fixedBatch: {
    en:
      "cannot export the model: what its backbone computes depends on the number of images in a batch; make it the same for any number",
    ja:
      "モデルを書き出せません。バックボーンの計算がバッチの画像枚数によって変わります。枚数によらないようにしてください",
  },
  valuesRead: {
    en:
      "cannot export the model: its backbone reads the values of a tensor that depends on the images; use TensorFlow.js's operations alone",
    ja:
      "モデルを書き出せません。バックボーンが、画像から計算したテンソルの値を読み出しています。TensorFlow.jsの演算だけを使ってください",
  },
});
