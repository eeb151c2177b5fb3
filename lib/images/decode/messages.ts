import { defineMessages } from "../../language/define_messages.ts";

/** Why an image has no pixels, or cannot be read. */
export const decodeMessages = defineMessages("decode", {
  corrupt: { en: "image is corrupt: {detail}", ja: "画像が壊れています: {detail}" },
  outOfMemory: { en: "image needs too much memory", ja: "画像の展開にメモリーが足りません" },
  fileGone: {
    en: "file is gone since it was indexed",
    ja: "一覧を作ったあとにファイルがなくなりました",
  },
  fileChanged: {
    en: "file has changed since it was indexed",
    ja: "一覧を作ったあとにファイルが変わりました",
  },
  decoderFailed: { en: "decoder failed: {detail}", ja: "デコーダーが異常終了しました: {detail}" },
  decoderNotStarted: {
    en: "decoder cannot start: {detail}",
    ja: "デコーダーを起動できません: {detail}",
  },
  timeout: {
    en: "decoding took over {seconds, number} s",
    ja: "デコードに{seconds, number}秒より長くかかりました",
  },
  cannotRead: {
    en: 'cannot read the image "{path}": {reason}',
    ja: '画像 "{path}" を読み込めません。{reason}',
  },
  noSuchFile: {
    en: "there is no such file; check the path",
    ja: "そのファイルはありません。パスを確かめてください",
  },
  isFolder: {
    en: "it is a folder; name an image, or give the folder as {data}",
    ja: "フォルダーです。画像を指定するか、フォルダーを {data} で指定してください",
  },
  giveAnother: {
    en: "{reason}; give another file",
    ja: "{reason}。別のファイルを指定してください",
  },
});
