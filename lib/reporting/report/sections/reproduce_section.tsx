import { Section, type SectionProps } from "../page/section.tsx";
import { Table } from "../page/table.tsx";

/** What it takes to do the run again. */
export function ReproduceSection({ content: { run, model }, words, format: text }: SectionProps) {
  const own = words.repeat;
  const rows = [
    [own.run, <bdi key="run">{run.name}</bdi>],
    [own.finished, <time key="finished" dateTime={run.finished}>{run.finished}</time>],
    [own.version, model.version],
    ...Object.entries(run.versions),
    [own.backend, run.backend],
    [own.system, run.system],
    [own.seed, `${run.seed}`],
    [own.trained, words.seconds(text.count(Math.round(run.seconds)))],
    [own.speed, text.count(Math.round(run.imagesPerSecond))],
    [own.catalog, <code key="hash">{model.catalogHash}</code>],
  ];
  return (
    <Section id="repeat" heading={own.heading}>
      <pre><code>{run.commands.join("\n")}</code></pre>
      <p>{own.says} {own.files}</p>
      <Table caption={own.heading} rows={rows.map((cells) => ({ cells }))} />
    </Section>
  );
}
