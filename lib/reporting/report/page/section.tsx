import type { ComponentChildren } from "preact";
import type { NumberFormat } from "../../language/format_numbers.ts";
import type { MeasuredContent, ReportContent } from "../content/report_content.ts";
import type { Words } from "../../language/words_en.ts";

/** What every section of a report is made from: one on a run, unless it is told otherwise. */
export interface SectionProps<Content extends MeasuredContent = ReportContent> {
  readonly content: Content;
  readonly words: Words;
  readonly format: NumberFormat;
}

/** A section under its heading, to be linked to. */
export function Section(
  { id, heading, children }: { id: string; heading: string; children: ComponentChildren },
) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{heading}</h2>
      {children}
    </section>
  );
}
