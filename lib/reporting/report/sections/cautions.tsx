/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { cautionMessages as messages } from "../content/caution_messages.ts";
import type { MeasuredContent } from "../content/report_content.ts";
import type { SectionProps } from "../page/section.tsx";

/** A box with what to keep in mind about the results; nothing if there is nothing. */
export function Cautions({ content: { cautions }, translate }: SectionProps<MeasuredContent>) {
  if (cautions.length === 0) return null;
  const heading = translate(messages.heading());
  return (
    <aside aria-label={heading}>
      <strong>{heading}</strong>
      <ul>
        {cautions.map(translate).map((line) => <li key={line}>{line}</li>)}
      </ul>
    </aside>
  );
}
