import type { Text } from "../language/user_message.ts";

/** What the figures of a verdict are called. */
export const verdictLabels: Readonly<
  Record<"verdict" | "similarity" | "negativesAtLeast" | "positivesAtMost", Text>
> = {
  verdict: { en: "verdict", ja: "判定" },
  similarity: { en: "similarity", ja: "類似度" },
  negativesAtLeast: {
    en: "different identities, at least as similar",
    ja: "これ以上似ている異なるペア",
  },
  positivesAtMost: {
    en: "same identity, at most as similar",
    ja: "これ以下しか似ていない同一のペア",
  },
};
