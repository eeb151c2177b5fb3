/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { PairVerdict } from "../../verification/compare_embeddings.ts";
import { describeAnswer } from "../../verification/describe_verdict.ts";
import { useTranslate } from "./language.ts";
import { capitalize } from "./sentence.ts";

/** The answer itself, large. */
export function Answer({ verdict }: { verdict: PairVerdict }) {
  const translate = useTranslate(), { same, close } = verdict;
  return (
    <p class={`verdict ${close ? "close" : same ? "same" : "different"}`}>
      {capitalize(translate(describeAnswer(verdict)))}
    </p>
  );
}
