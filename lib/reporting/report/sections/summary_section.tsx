/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { smallestSupportedFar } from "../../../dataset/estimate/supported_far.ts";
import type { ConfidenceInterval } from "../../../evaluation/intervals/confidence_interval.ts";
import { pairMetricKeys, pairMetrics } from "../../../evaluation/metrics/pair_metrics.ts";
import type { FolderContent, MeasuredContent } from "../content/report_content.ts";
import { Section, type SectionProps } from "../page/section.tsx";
import { foldMessages } from "./fold_messages.ts";
import { summaryMessages as messages } from "./summary_messages.ts";

/** The false accept rate of the true accept rate in the summary. */
const headlineFar = "0.01";

/** The main results, as sentences and as metrics. */
export function SummarySection(
  { content, folder, folds = 0, apart, translate, format }: SectionProps<MeasuredContent> & {
    /** True for test identities that took no part in training, false if some may have. */
    apart?: boolean;
    /** Of a report on a verified folder. */
    folder?: Pick<FolderContent, "ownThreshold" | "targetFar" | "named">;
    /** Of a run that measures by cross-validation. */
    folds?: number;
  },
) {
  const { metrics, intervals, operatingPoint, thresholdInterval, identities, images } =
    content.heldOut;
  const { threshold, far, frr } = operatingPoint;
  const { positivePairs: positives, negativePairs: negatives } = metrics;
  const tar = metrics.tarAtFar[headlineFar];
  const counts = { identities, images, positives, negatives };
  const target = format.target(content.model.calibration.targetFar);
  const interval = (
    interval: ConfidenceInterval | null | undefined,
    format: (value: number) => string,
  ) =>
    translate(
      interval
        ? messages.interval({ lower: format(interval[0]), upper: format(interval[1]) })
        : messages.noInterval(),
    );
  return (
    <Section id="summary" heading={translate(messages.heading())}>
      <p class="summary">
        {translate(ratesMessage({ threshold, far, frr, negatives, identities }, format))}
      </p>
      <p>
        {translate(
          folder
            ? messages.measuredOnFolder(counts)
            : folds > 0
            ? foldMessages.measured({ ...counts, folds })
            : content.model.heldOut.part === "validation"
            ? messages.measuredOnValidation(counts)
            : apart
            ? messages.measuredOnTest(counts)
            : messages.measuredOnSeen(counts),
        )}
      </p>
      <dl class="headline">
        {pairMetricKeys.map((key) => {
          const { label, unit, meaning } = pairMetrics[key];
          const show = unit === "rate" ? format.rate : format.metric;
          return meaning && (
            <Headline
              key={key}
              name={label[content.language]}
              meaning={meaning[content.language]}
              value={show(metrics[key])}
              interval={interval(intervals?.[key], show)}
            />
          );
        })}
        <Headline
          name={translate(messages.tar({ far: format.target(Number(headlineFar)) }))}
          meaning={translate(messages.tarMeaning())}
          value={tar === null ? "–" : format.rate(tar)}
          interval={tar === null
            ? translate(messages.unsupported())
            : interval(intervals?.tarAtFar[headlineFar], format.rate)}
        />
        <Headline
          name={translate(messages.threshold())}
          meaning={translate(messages.thresholdMeaning())}
          value={threshold.toFixed(4)}
          interval={interval(thresholdInterval, format.metric)}
        />
        <Headline
          name={translate(messages.far())}
          meaning={translate(
            folder?.named && folder.targetFar !== null
              ? messages.farOfNamed({
                name: folder.named.name,
                folder: folder.named.folder,
                target: format.target(folder.targetFar),
              })
              : folder && !folder.ownThreshold
              ? messages.farOfRequest()
              : folds > 0
              ? foldMessages.farOfTarget({ target })
              : messages.farOfTarget({ target }),
          )}
          value={format.rate(far)}
          interval={interval(intervals?.decided?.far, format.rate)}
        />
        <Headline
          name={translate(messages.frr())}
          meaning={translate(messages.frrMeaning())}
          value={format.rate(frr)}
          interval={interval(intervals?.decided?.frr, format.rate)}
        />
      </dl>
      {intervals && (
        <p class="note">
          {translate(messages.intervals({
            identities: intervals.identities,
            replicates: intervals.replicates,
          }))}
        </p>
      )}
    </Section>
  );
}

/** Says how many pairs the model accepts, in round numbers. */
function ratesMessage(
  { threshold, far, frr, negatives, identities }: {
    threshold: number;
    far: number;
    frr: number;
    negatives: number;
    identities: number;
  },
  format: SectionProps["format"],
) {
  const [accepted, positives] = outOf(1 - frr);
  const values = { threshold: threshold.toFixed(3), accepted, positives };
  if (far === 0) {
    const bound = format.target(smallestSupportedFar({ pairs: negatives, identities }));
    return messages.noFalseAccepts({ ...values, negatives, bound });
  }
  const [mistaken, all] = outOf(far);
  return messages.rates({ ...values, mistaken, negatives: all });
}

/**
 * A rate as a whole number out of a hundred, a thousand, and so on: two digits of the rate, or of its
 * complement if that is smaller.
 *
 * @param rate 0 to 1
 */
export function outOf(rate: number): readonly [count: number, total: number] {
  const rarer = Math.min(rate, 1 - rate);
  const decades = rarer > 0 ? Math.ceil(Math.log10(10 / rarer)) : 2;
  const total = 10 ** Math.max(2, decades);
  return [Math.round(rate * total), total];
}

function Headline(
  { name, value, interval, meaning }: {
    name: string;
    value: string;
    interval: string;
    meaning: string;
  },
) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="value">{value}</dd>
      <dd class="interval">{interval}</dd>
      <dd class="meaning">{meaning}</dd>
    </div>
  );
}
