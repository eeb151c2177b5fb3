/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import type { NumberFormat } from "../../../language/format_numbers.ts";
import type { Translate } from "../../../language/translator.ts";
import type { MeasuredContent, ReportContent } from "../content/report_content.ts";

/** The language of a report. */
export interface Locale {
  readonly translate: Translate;
  readonly format: NumberFormat;
}

/** What a section shows, and in which language. The content is that of a report on a run by default. */
export interface SectionProps<Content extends MeasuredContent = ReportContent> extends Locale {
  readonly content: Content;
}

/** A section with its heading; links lead to its id. */
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

/** A chart with its title and an explanation. */
export function ChartPanel(
  { title, explanation, svg }: { title: string; explanation?: string; svg: string },
) {
  return (
    <figure>
      <figcaption>
        <strong>{title}</strong>
        {explanation && <>{" "}{explanation}</>}
      </figcaption>
      <div
        class="chart"
        role="img"
        aria-label={explanation ? `${title}. ${explanation}` : title}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
    </figure>
  );
}
