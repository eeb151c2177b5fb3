import { TwoColumns } from "../page/two_columns.tsx";
import { Section, type SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";

/** What estimate-pairs says of the folder. */
export function EstimateSection({ content: { estimate }, words, format: text }: SectionProps) {
  const own = words.estimate, { data } = words, { count } = text;
  const { imagesPerIdentity: spread, perBatch, nextScope } = estimate;
  const rows: [string, string][] = [
    [data.identities, count(estimate.identities)],
    [data.images, count(estimate.images)],
    [own.perIdentity, own.spread(count(spread.min), count(spread.median), count(spread.max))],
    [own.imbalance, count(spread.imbalance)],
    [own.singletons, count(estimate.singletons)],
    [data.positivePairs, count(estimate.positivePairs)],
    [data.negativePairs, count(estimate.negativePairs)],
    [own.triplets, count(estimate.triplets)],
    [own.perBatch(data.positivePairs), count(perBatch.positivePairs)],
    [own.perBatch(data.negativePairs), count(perBatch.negativePairs)],
    [own.perBatch(own.triplets), count(perBatch.triplets)],
    [own.batches, estimate.batchesPerEpoch === null ? "–" : count(estimate.batchesPerEpoch)],
    [
      own.scope,
      nextScope
        ? own.missing(
          own.scopes[estimate.scope],
          count(nextScope.missing),
          own.scopes[nextScope.scope],
        )
        : own.scopes[estimate.scope],
    ],
    [own.twiceImages, count(estimate.positivePairsWithTwiceTheImages)],
    [own.twiceIdentities, count(estimate.positivePairsWithTwiceTheIdentities)],
    [own.smallestFar, estimate.smallestFar === null ? "–" : text.target(estimate.smallestFar)],
  ];
  return (
    <Section id="estimate" heading={own.heading}>
      <p>{own.says}</p>
      <TwoColumns items={rows}>
        {(part) => <Table caption={own.heading} rows={part.map((cells) => ({ cells }))} />}
      </TwoColumns>
    </Section>
  );
}
