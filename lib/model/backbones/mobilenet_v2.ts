import { imageNetNormalization } from "../../images/normalize/normalization.ts";
import { efficientNet } from "./efficientnet.ts";

/** MobileNet v2 (Sandler et al., 2018, table 2). */
export const mobileNetV2 = efficientNet({
  name: "mobilenetv2_100",
  imageNetTag: "ra_in1k",
  imageSize: 224,
  ...imageNetNormalization,
  style: { padding: "symmetric", epsilon: 1e-5, activation: "relu6" },
  stem: 32,
  stages: [
    ["separable", 1, 3, 1, 1, 16, 0],
    ["inverted", 2, 3, 2, 6, 24, 0],
    ["inverted", 3, 3, 2, 6, 32, 0],
    ["inverted", 4, 3, 2, 6, 64, 0],
    ["inverted", 3, 3, 1, 6, 96, 0],
    ["inverted", 3, 3, 2, 6, 160, 0],
    ["inverted", 1, 3, 1, 6, 320, 0],
  ],
  head: 1280,
});
