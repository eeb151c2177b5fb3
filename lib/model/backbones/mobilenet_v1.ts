import { centered, efficientNet, liteStyle, scaleStages } from "./efficientnet.ts";

/**
 * MobileNet v1 (Howard et al., 2017, table 1) of width 0.75, as in Keras. Its parameters are named as
 * those of timm's mobilenetv1_100.
 */
export const mobileNetV1 = efficientNet({
  name: "mobilenetv1_075",
  hasLayersModel: true,
  imageSize: 224,
  ...centered,
  style: liteStyle,
  stem: 24,
  stages: scaleStages([
    ["activated", 1, 3, 1, 1, 64, 0],
    ["activated", 2, 3, 2, 1, 128, 0],
    ["activated", 2, 3, 2, 1, 256, 0],
    ["activated", 6, 3, 2, 1, 512, 0],
    ["activated", 2, 3, 2, 1, 1024, 0],
  ], 0.75),
  head: null,
});
