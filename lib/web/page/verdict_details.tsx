/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { operatingPointMetrics } from "../../evaluation/metrics/operating_point_metrics.ts";
import type { ModelMetadata } from "../../model_file/model_metadata.ts";
import type { PairVerdict } from "../../verification/compare_embeddings.ts";
import { describeFraction } from "../../verification/describe_rates.ts";
import { describeVerdict } from "../../verification/describe_verdict.ts";
import { verdictLabels as labels } from "../../verification/verdict_labels.ts";
import { compareMessages as messages } from "./compare_messages.ts";
import { Figures } from "./figures.tsx";
import { useTranslate } from "./language.ts";
import { SimilarityScale } from "./similarity_scale.tsx";

/** The figures of a verdict, and what they mean: as `verify` of two images says it. */
export function VerdictDetails(
  { verdict, metadata, milliseconds }: {
    readonly verdict: PairVerdict;
    readonly metadata: ModelMetadata;
    readonly milliseconds: number;
  },
) {
  const translate = useTranslate();
  const { similarity, threshold, thresholdInterval } = verdict;
  const [lower, upper] = thresholdInterval ?? [];
  return (
    <>
      <SimilarityScale
        similarity={similarity}
        threshold={threshold}
        interval={thresholdInterval}
      />
      <Figures
        rows={[
          [translate(labels.similarity), similarity.toFixed(4)],
          [
            translate(operatingPointMetrics.threshold.label),
            lower === undefined || upper === undefined
              ? threshold.toFixed(4)
              : translate(messages.interval({
                value: threshold.toFixed(4),
                lower: lower.toFixed(4),
                upper: upper.toFixed(4),
              })),
          ],
          [
            translate(labels.negativesAtLeast),
            translate(describeFraction(verdict.negativesAtLeast)),
          ],
          [translate(labels.positivesAtMost), translate(describeFraction(verdict.positivesAtMost))],
          [
            translate(messages.time()),
            translate(messages.milliseconds({ time: Math.max(1, Math.round(milliseconds)) })),
          ],
        ]}
      />
      {describeVerdict(verdict, metadata).map((note) => (
        <p class="note" key={note.code}>{translate(note)}</p>
      ))}
    </>
  );
}
