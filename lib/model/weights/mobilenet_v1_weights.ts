import { type TensorData, toPyTorch, type Weights } from "./pytorch_layout.ts";

/** Blocks of each stage. */
const repeats = [1, 2, 2, 6, 2] as const;
const normParts = new Map([
  ["gamma", "weight"],
  ["beta", "bias"],
  ["moving_mean", "running_mean"],
  ["moving_variance", "running_var"],
]);

/**
 * Turns the weights of Keras's MobileNet v1 into those of `mobilenetv1_075`: PyTorch's layout, and
 * the names that timm gives to the same network.
 *
 * @param tensors by Keras's names, such as "conv_dw_3_bn/gamma", in TensorFlow's layout; tensors that
 *   are not of a MobileNet v1 keep their names
 */
export function mobileNetV1Weights(tensors: Weights): Weights {
  const weights = new Map<string, TensorData>();
  for (const [name, tensor] of tensors) {
    const kind = name.endsWith("/depthwise_kernel")
      ? "depthwise"
      : name.endsWith("/kernel")
      ? "convolution"
      : "vector";
    const wellShaped = tensor.shape.length === (kind === "vector" ? 1 : 4);
    weights.set(timmName(name), wellShaped ? toPyTorch(kind, tensor) : tensor);
  }
  return weights;
}

function timmName(name: string): string {
  const found = /^conv(?:1|_(dw|pw)_(\d+))(_bn)?\/(\w+)$/.exec(name);
  if (!found) {
    return name.replace(
      /^conv_preds\/(?:kernel|(bias))$/,
      (_, bias) => `classifier.${bias ?? "weight"}`,
    );
  }
  const [, kind, number, norm, part] = found;
  const tensor = norm ? normParts.get(part!) ?? part! : "weight";
  if (!kind) return `${norm ? "bn1" : "conv_stem"}.${tensor}`;
  const layer = norm ? (kind === "dw" ? "bn1" : "bn2") : `conv_${kind}`;
  return `${blockName(Number(number) - 1)}.${layer}.${tensor}`;
}

/** The name of the block that Keras counts from the first. */
function blockName(number: number): string {
  let stage = 0, block = number;
  while (stage < repeats.length - 1 && block >= repeats[stage]!) block -= repeats[stage++]!;
  return `blocks.${stage}.${block}`;
}
