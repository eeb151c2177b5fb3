import { Halves } from "./halves.tsx";
import { Section, type SectionProps } from "./section.tsx";
import { Table } from "./table.tsx";

/** What estimate-pairs says of the folder. */
export function EstimateSection({ content: { estimate }, words, text }: SectionProps) {
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
    [`${data.positivePairs}, ${own.perBatch}`, count(perBatch.positivePairs)],
    [`${data.negativePairs}, ${own.perBatch}`, count(perBatch.negativePairs)],
    [`${own.triplets}, ${own.perBatch}`, count(perBatch.triplets)],
    [own.batches, estimate.batchesPerEpoch === null ? "–" : count(estimate.batchesPerEpoch)],
    [
      own.scope,
      own.scopes[estimate.scope] +
      (nextScope ? `; ${own.missing(count(nextScope.missing), own.scopes[nextScope.scope])}` : ""),
    ],
    [own.twiceImages, count(estimate.positivePairsWithTwiceTheImages)],
    [own.twiceIdentities, count(estimate.positivePairsWithTwiceTheIdentities)],
    [own.smallestFar, estimate.smallestFar === null ? "–" : text.target(estimate.smallestFar)],
  ];
  return (
    <Section id="estimate" heading={own.heading}>
      <p>{own.says}</p>
      <Halves items={rows}>
        {(part) => <Table caption={own.heading} rows={part.map((cells) => ({ cells }))} />}
      </Halves>
    </Section>
  );
}
