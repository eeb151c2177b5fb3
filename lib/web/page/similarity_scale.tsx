/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ConfidenceInterval } from "../../evaluation/intervals/confidence_interval.ts";

/**
 * Where a similarity lies between 0 and 1, beside the threshold and its interval. The figures below it
 * say the same in words.
 */
export function SimilarityScale(
  { similarity, threshold, interval }: {
    readonly similarity: number;
    readonly threshold: number;
    readonly interval?: ConfidenceInterval | null;
  },
) {
  return (
    <div class="scale" aria-hidden="true">
      {interval && (
        <span
          class="interval"
          style={{
            left: percent(interval[0]),
            width: percent(interval[1] - Math.max(0, interval[0])),
          }}
        />
      )}
      <span
        class={similarity < threshold ? "fill below" : "fill"}
        style={{ width: percent(similarity) }}
      />
      <span class="threshold" style={{ left: percent(threshold) }} />
      <span class="here" style={{ left: percent(similarity) }} />
    </div>
  );
}

function percent(part: number): string {
  return `${100 * Math.min(1, Math.max(0, part))}%`;
}
