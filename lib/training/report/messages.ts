import { defineMessages } from "../../language/define_messages.ts";

/** What a run says to people of the measurement at its end. */
export const reportMessages = defineMessages("trainingReport", {
  otherFarOfFolds: {
    en:
      "the threshold will be for a false accept rate of {least}, not {far}: {far} takes {needed} within folds, got {found}; add identities",
    ja:
      "閾値は他人受入率{far}ではなく{least}に合わせます。{far}にはフォールド内に{needed}が必要ですが、{found}しかありません。アイデンティティを増やしてください",
  },
  otherFar: {
    en:
      "the threshold will be for a false accept rate of {least}, not {far}: {far} takes {needed} in validation, got {found}; bring more with {option}",
    ja:
      "閾値は他人受入率{far}ではなく{least}に合わせます。{far}には検証データに{needed}が必要ですが、{found}しかありません。{option} で検証データを増やしてください",
  },
});
