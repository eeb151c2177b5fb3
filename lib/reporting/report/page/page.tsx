/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import theme from "../../../theme/theme.css" with { type: "text" };
import style from "./report.css" with { type: "text" };
import type { Language, UserMessage } from "../../../language/user_message.ts";
import { pageMessages } from "./messages.ts";
import type { Translate } from "../../../language/translator.ts";

/** The browser loads nothing and runs nothing, whatever the names in a folder contain. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A page: its header, with links to the sections, and the sections. */
export interface PageContent {
  readonly language: Language;
  readonly translate: Translate;
  /** Version of Futago. */
  readonly version: string;
  /** Title of the document. */
  readonly title: string;
  /** The kind of report, shown above the name. */
  readonly kind: string;
  /** What the page reports on. */
  readonly name: string;
  /** A summary in one line. */
  readonly lead: string;
  /** ISO 8601. */
  readonly date: string;
  readonly links: readonly (readonly [id: string, heading: UserMessage])[];
  /** The sections. */
  readonly children: ComponentChildren;
}

/**
 * Renders a page that is complete in one file: no scripts, no network, no fonts.
 *
 * @returns an HTML document
 */
export function renderPage(
  { language, translate, version, title, kind, name, lead, date, links, children }: PageContent,
): string {
  return "<!doctype html>\n" + renderToString(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: theme + style }} />
      </head>
      <body>
        <header>
          <p class="kind">Futago {version} · {kind}</p>
          <h1>
            <bdi>{name}</bdi>
          </h1>
          <p class="lead">
            {lead} · <time dateTime={date}>{date.slice(0, 16).replace("T", " ")} UTC</time>
          </p>
          <nav aria-label={translate(pageMessages.contents())}>
            <ul>
              {links.map(([id, heading]) => (
                <li key={id}>
                  <a href={`#${id}`}>{translate(heading)}</a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main>{children}</main>
      </body>
    </html>,
  );
}
