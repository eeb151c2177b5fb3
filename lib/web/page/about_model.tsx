/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { fewIdentities, veryFewIdentities } from "../../dataset/split/few_identities.ts";
import type { ConfidenceInterval } from "../../evaluation/intervals/confidence_interval.ts";
import { operatingPointMetrics } from "../../evaluation/metrics/operating_point_metrics.ts";
import { pairMetrics } from "../../evaluation/metrics/pair_metrics.ts";
import type { MetricDefinition } from "../../evaluation/metrics/metric_definition.ts";
import type { ModelMetadata } from "../../model_file/model_metadata.ts";
import { cautionMessages } from "../../reporting/report/content/caution_messages.ts";
import { aboutMessages as messages } from "./about_messages.ts";
import { compareMessages } from "./compare_messages.ts";
import { Figures } from "./figures.tsx";
import { useFormat, useTranslate } from "./language.ts";
import { Notice } from "./notice.tsx";

/** The metrics that are shown of a model. */
const shownMetrics = ["auc", "eer"] as const;

/** What a model is, how well it works, and where it stops. */
export function AboutModel({ metadata }: { metadata: ModelMetadata }) {
  const translate = useTranslate(), format = useFormat();
  const { backbone, imageSize, embeddingSize, calibration, heldOut, version } = metadata;
  const { identities, images, intervals } = heldOut;
  const measuredOn = heldOut.folds
    ? messages.measuredInFolds
    : heldOut.part === "validation" || metadata.provisional
    ? messages.measuredOnValidation
    : messages.measuredOnTest;
  const row = (
    { label, unit }: MetricDefinition,
    value: number,
    interval?: ConfidenceInterval | null,
  ): [string, string] => {
    const show = unit === "rate" ? format.rate : format.metric;
    if (!interval) return [translate(label), show(value)];
    const [lower, upper] = interval.map(show);
    return [
      translate(label),
      translate(compareMessages.interval({ value: show(value), lower: lower!, upper: upper! })),
    ];
  };
  const cautions = [
    metadata.provisional && cautionMessages.provisional(),
    identities < veryFewIdentities && cautionMessages.veryFewIdentities({ identities }),
    identities >= veryFewIdentities && identities < fewIdentities &&
    cautionMessages.fewIdentities({ identities }),
  ].filter((caution) => caution !== false && caution !== undefined);
  return (
    <details class="about">
      <summary>{translate(messages.heading())}</summary>
      <Figures
        rows={[
          [
            translate(messages.backbone()),
            translate(messages.backboneValue({
              backbone,
              size: imageSize,
              dimensions: embeddingSize,
            })),
          ],
          [
            translate(messages.measuredOn()),
            translate(measuredOn({ identities, images })),
          ],
          ...shownMetrics.map((key) => row(pairMetrics[key], heldOut[key], intervals?.[key])),
          row(
            operatingPointMetrics.threshold,
            calibration.threshold,
            calibration.thresholdInterval,
          ),
          row(operatingPointMetrics.far, calibration.far, calibration.farInterval),
          row(operatingPointMetrics.frr, calibration.frr, calibration.frrInterval),
          [translate(messages.version()), version],
        ]}
      />
      {cautions.map((caution) => (
        <Notice kind="caution" key={caution.code}>{translate(caution)}</Notice>
      ))}
      <h2>{translate(messages.limits())}</h2>
      <ul>
        {[messages.noDetection(), messages.noLiveness(), messages.otherKinds()].map((limit) => (
          <li key={limit.code}>{translate(limit)}</li>
        ))}
      </ul>
    </details>
  );
}
