import { defineMessages } from "../../language/define_messages.ts";

/** What the measurement of a finished run says to people. */
export const reportMessages = defineMessages("trainingReport", {
  otherFar: {
    en:
      "the threshold is for a false accept rate of {far}, not {asked}: validation has {negatives, plural, one {# negative pair} other {# negative pairs}}, and {asked} takes {needed, number}; hold out more with {validation}",
    ja:
      "閾値は他人受入率{asked}ではなく{far}に合わせました。検証データの負例ペアは{negatives, number}組ですが、{asked}には{needed, number}組が必要です。{validation} で検証データを増やしてください",
  },
});
