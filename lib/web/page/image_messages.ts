import { defineMessages } from "../../language/define_messages.ts";

/** What a place for an image says. */
export const imageMessages = defineMessages("page.image", {
  drop: { en: "Drop or paste it here.", ja: "ここにドロップか貼り付け" },
  choose: { en: "Choose a file", ja: "ファイルを選ぶ" },
  camera: { en: "Use the camera", ja: "カメラで撮る" },
  crop: { en: "Crop", ja: "切り抜く" },
  cancel: { en: "Cancel", ja: "やめる" },
  remove: { en: "Remove", ja: "外す" },
  labelOf: { en: "{label}: {name}", ja: "{label}({name})" },
  photo: { en: "Photo: {name}", ja: "撮影({name})" },
});
