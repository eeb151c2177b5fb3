import { centered, efficientNet, liteStyle } from "./efficientnet.ts";

/** EfficientNet Lite0 (Tan and Le, 2019, table 1): EfficientNet-B0 without squeeze-and-excitation. */
export const efficientNetLite0 = efficientNet({
  name: "tf_efficientnet_lite0",
  imageNetTag: "in1k",
  imageSize: 224,
  ...centered,
  style: liteStyle,
  stem: 32,
  stages: [
    ["separable", 1, 3, 1, 1, 16, 0],
    ["inverted", 2, 3, 2, 6, 24, 0],
    ["inverted", 2, 5, 2, 6, 40, 0],
    ["inverted", 3, 3, 2, 6, 80, 0],
    ["inverted", 3, 5, 1, 6, 112, 0],
    ["inverted", 4, 5, 2, 6, 192, 0],
    ["inverted", 1, 3, 1, 6, 320, 0],
  ],
  head: 1280,
});
