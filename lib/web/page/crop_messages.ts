import { defineMessages } from "../../language/define_messages.ts";

/** What the window that cuts images says. */
export const cropMessages = defineMessages("page.crop", {
  heading: { en: "Crop: {name}", ja: "切り抜き({name})" },
  hint: {
    en: "Drag the image, or move it with the arrow keys, until the square fits.",
    ja: "画像をドラッグするか矢印キーで動かして、枠に合わせてください。",
  },
  zoom: { en: "Zoom", ja: "拡大" },
  use: { en: "Use this square", ja: "この範囲を使う" },
});
