import { defineMessages } from "../lib/language/define_messages.ts";

/** Why the sample set cannot be made. */
export const sampleSetMessages = defineMessages("sampleSet", {
  outOfRange: {
    en:
      "cannot make the sample set: expected {option} to be a whole number from {min, number} to {max, number}, got {value}",
    ja:
      "サンプル画像を作れません。{option} は{min, number}から{max, number}までの整数です({value} でした)",
  },
  foreignFile: {
    en:
      "cannot make the sample set in {folder}: got {path}, which is no part of a sample set; name another folder, or move that file away",
    ja:
      "サンプル画像を {folder} に作れません。サンプルのものではない {path} があります。別のフォルダーを指定するか、それを移してください",
  },
});
