/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { UserMessage } from "../../../language/user_message.ts";
import { Section, type SectionProps } from "../page/section.tsx";
import { Table, TwoColumns } from "../page/table.tsx";
import { dataMessages } from "./data_messages.ts";
import { estimateMessages as messages } from "./estimate_messages.ts";

/** The size of the data, as `estimate-pairs` counts it. */
export function EstimateSection({ content: { estimate }, translate, format }: SectionProps) {
  const { count, target } = format;
  const { imagesPerIdentity, perBatch, training, scope, nextScope, smallestFar } = estimate;
  const scopeName = translate(messages[scope]());
  const rows: readonly (readonly [name: UserMessage, value: string])[] = [
    [dataMessages.identities(), count(estimate.identities)],
    [dataMessages.images(), count(estimate.images)],
    [messages.imagesPerIdentity(), translate(messages.spread({ ...imagesPerIdentity }))],
    [messages.imbalance(), count(imagesPerIdentity.imbalance)],
    [messages.singletons(), count(estimate.singletons)],
    [dataMessages.positivePairs(), count(estimate.positivePairs)],
    [dataMessages.negativePairs(), count(estimate.negativePairs)],
    [messages.triplets(), count(estimate.triplets)],
    [messages.positivePairsPerBatch(), count(perBatch.positivePairs)],
    [messages.negativePairsPerBatch(), count(perBatch.negativePairs)],
    [messages.tripletsPerBatch(), count(perBatch.triplets)],
    [messages.batchesPerEpoch(), training ? count(training.batchesPerEpoch) : "–"],
    [
      messages.scope(),
      nextScope === null ? scopeName : translate(
        messages.nextScope({
          scope: scopeName,
          missing: nextScope.missing,
          next: messages[nextScope.scope](),
        }),
      ),
    ],
    [messages.twiceTheImages(), count(estimate.positivePairsWithTwiceTheImages)],
    [messages.twiceTheIdentities(), count(estimate.positivePairsWithTwiceTheIdentities)],
    [messages.smallestFar(), smallestFar === null ? "–" : target(smallestFar)],
  ];
  const heading = translate(messages.heading());
  return (
    <Section id="estimate" heading={heading}>
      <p>{translate(messages.source())}</p>
      <TwoColumns items={rows}>
        {(part) => (
          <Table
            caption={heading}
            rows={part.map(([name, value]) => ({ cells: [translate(name), value] }))}
          />
        )}
      </TwoColumns>
    </Section>
  );
}
