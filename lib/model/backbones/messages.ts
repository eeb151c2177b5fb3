import { defineMessages } from "../../language/define_messages.ts";

/** What the backbones say to people. */
export const backboneMessages = defineMessages("backbones", {
  kind: { en: "backbone", ja: "バックボーン" },
  noDropPath: {
    en:
      "cannot use {option} {rate} with the backbone {backbone}, which has no residual paths to drop: expected 0, or one of the backbones {others}",
    ja:
      "バックボーン {backbone} には飛ばせる残差経路がないため、{option} {rate} は使えません。0にするか、次のバックボーンを使ってください: {others}",
  },
});
