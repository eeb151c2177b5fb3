import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import style from "./report.css" with { type: "text" };
import type { Language } from "../../language/language.ts";
import type { Words } from "../../language/words_en.ts";

/**
 * Nothing is loaded and nothing runs, whatever a folder's names hold: a browser refuses both.
 */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A page with its header: what it reports on, and links to its sections. */
export interface PageContent {
  readonly language: Language;
  readonly words: Words;
  /** Of the program. */
  readonly version: string;
  /** What the page is about. */
  readonly name: string;
  readonly lead: string;
  /** ISO 8601. */
  readonly date: string;
  readonly links: readonly (readonly [id: string, name: string])[];
  /** Its sections. */
  readonly children: ComponentChildren;
}

/**
 * Writes one page that needs nothing beside it: no script, no network, no font.
 *
 * @returns an HTML document
 */
export function renderPage(
  { language, words, version, name, lead, date, links, children }: PageContent,
): string {
  return "<!doctype html>\n" + renderToString(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="color-scheme" content="light dark" />
        <title>{words.title(name)}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>
          <p class="kind">Futago {version} · {words.kind}</p>
          <h1>
            <bdi>{name}</bdi>
          </h1>
          <p class="lead">
            {lead} · <time dateTime={date}>{date.slice(0, 16).replace("T", " ")} UTC</time>
          </p>
          <nav aria-label={words.contents}>
            <ul>
              {links.map(([id, name]) => (
                <li key={id}>
                  <a href={`#${id}`}>{name}</a>
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
