import { defineMessages } from "../../language/define_messages.ts";

/** Why an image file cannot be used, as its content says. */
export const imageMessages = defineMessages("image", {
  emptyFile: { en: "empty file", ja: "空のファイルです" },
  unknownFormat: {
    en: "not an image (supported formats: {formats})",
    ja: "画像ではありません(対応形式: {formats})",
  },
  cutShort: { en: "image is cut short", ja: "画像が途中で切れています" },
  badHeader: { en: "image header cannot be read", ja: "画像のヘッダーを読めません" },
  tooSmall: {
    en: "image is {width} x {height} px: under {min} px on a side",
    ja: "画像が{width}×{height}pxです。一辺に{min}px以上が必要です",
  },
  tooManyPixels: {
    en: "image declares {width} x {height} px: over {max} megapixels",
    ja: "画像のヘッダーが{width}×{height}pxです。{max}メガピクセルを超えています",
  },
  tooLong: {
    en: "image declares {width} x {height} px: over {max} px on a side",
    ja: "画像のヘッダーが{width}×{height}pxです。一辺が{max}pxを超えています",
  },
});
