import { defineMessages } from "../../language/define_messages.ts";

/** What the folds of a run say to people. */
export const foldMessages = defineMessages("trainingFolds", {
  stopped: {
    en:
      "stopped in fold {fold, number} of {folds, number}: there is a model once all folds are done; continue with {resume}",
    ja:
      "フォールド{fold, number}/{folds, number}で停止しました。モデルができるのは、すべてのフォールドが終わってからです。{resume} で再開できます",
  },
});
