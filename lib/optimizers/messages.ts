import { defineMessages } from "../language/define_messages.ts";

/** What the optimizers say to people. */
export const optimizerMessages = defineMessages("optimizers", {
  kind: { en: "optimizer", ja: "最適化手法" },
  badState: {
    en: "cannot resume from the checkpoint: {fault}; start a new run",
    ja: "チェックポイントから再開できません: {fault}。学習をやり直してください",
  },
  batchesWaiting: {
    en: "expected a whole number of waiting batches below {accumulate}, got {batches}",
    ja: "待っているバッチの数は{accumulate}未満の整数のはずですが、{batches} です",
  },
  vectors: {
    en: "expected the optimizer's vectors {expected}, got {found}",
    ja: "最適化手法のベクトルは {expected} のはずですが、{found} です",
  },
  counters: {
    en: "expected the optimizer's counters {expected}, got {found}",
    ja: "最適化手法のカウンターは {expected} のはずですが、{found} です",
  },
  none: { en: "none", ja: "なし" },
  vectorSize: {
    en: "expected the optimizer's vector {name} of {expected} parameters, got {found}",
    ja: "最適化手法のベクトル {name} のパラメーターは{expected}個のはずですが、{found}個です",
  },
});
