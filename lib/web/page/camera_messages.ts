import { defineMessages } from "../../language/define_messages.ts";

/** What the camera's window says. */
export const cameraMessages = defineMessages("page.camera", {
  take: { en: "Take the photo", ja: "撮影する" },
  switch: { en: "Switch camera", ja: "カメラを切り替える" },
  close: { en: "Close", ja: "閉じる" },
  hint: {
    en: "Fill the square as the model's training images do.",
    ja: "学習に使った画像と同じように、枠いっぱいに写してください。",
  },
  insecure: {
    en:
      "cannot open the camera: browsers allow it on https:// and http://localhost only; open the page there, or choose a file",
    ja:
      "カメラを開けません。ブラウザーがカメラを許すのは https:// と http://localhost だけです。そこで開くか、ファイルを選んでください",
  },
  refused: {
    en:
      "cannot open the camera: it is not allowed; allow it for this page in the browser's settings",
    ja: "カメラを開けません。許可されていません。ブラウザーの設定でこのページに許可してください",
  },
  missing: {
    en: "cannot open the camera: there is none; choose a file instead",
    ja: "カメラを開けません。カメラがありません。代わりにファイルを選んでください",
  },
  failed: {
    en: "cannot open the camera: {detail}; close what else uses it, and try again",
    ja:
      "カメラを開けません({detail})。カメラを使っているほかのアプリを閉じて、もう一度試してください",
  },
});
