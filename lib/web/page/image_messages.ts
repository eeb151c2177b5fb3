import { defineMessages } from "../../language/define_messages.ts";

/** What a place for an image says. */
export const imageMessages = defineMessages("page.image", {
  drop: { en: "Drop or paste an image", ja: "画像をドロップか貼り付け" },
  choose: { en: "Choose a file", ja: "ファイルを選ぶ" },
  camera: { en: "Use the camera", ja: "カメラで撮る" },
  remove: { en: "Remove", ja: "外す" },
  of: { en: ": {name}", ja: "({name})" },
  photo: { en: "Photo: {name}", ja: "撮影({name})" },
});
