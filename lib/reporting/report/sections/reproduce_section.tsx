/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { Section, type SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";
import { reproduceMessages as messages } from "./reproduce_messages.ts";

/** The commands that repeat a run, and what it ran on. */
export function ReproduceSection({ content: { run, model }, translate, format }: SectionProps) {
  const heading = translate(messages.heading());
  const rows = [
    [translate(messages.run()), <bdi key="run">{run.name}</bdi>],
    [
      translate(messages.finished()),
      <time key="finished" dateTime={run.finished}>{run.finished}</time>,
    ],
    [translate(messages.version()), model.version],
    ...Object.entries(run.versions),
    [translate(messages.backend()), run.backend],
    [translate(messages.system()), run.system],
    [translate(messages.seed()), `${run.seed}`],
    [
      translate(messages.trainingTime()),
      translate(messages.seconds({ seconds: Math.round(run.seconds) })),
    ],
    [translate(messages.imagesPerSecond()), format.count(Math.round(run.imagesPerSecond))],
    [translate(messages.catalogHash()), <code key="hash">{model.catalogHash}</code>],
  ];
  return (
    <Section id="reproduce" heading={heading}>
      <pre><code>{run.commands.join("\n")}</code></pre>
      <p>
        {translate(run.repeatable ? messages.conditions() : messages.notToTheBit())}{" "}
        {translate(messages.files())}
      </p>
      <Table caption={heading} rows={rows.map((cells) => ({ cells }))} />
    </Section>
  );
}
