/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import type { ComponentChildren } from "preact";
import { renderToString } from "preact-render-to-string";
import { chooseIdentificationThreshold } from "../../../lib/identification/identification_threshold.ts";
import { formatMessage, type Language, languages } from "../../../lib/language/user_message.ts";
import { compareEmbeddings } from "../../../lib/verification/compare_embeddings.ts";
import { describeVerdict } from "../../../lib/verification/describe_verdict.ts";
import { AboutModel } from "../../../lib/web/page/about_model.tsx";
import { Answer } from "../../../lib/web/page/answer.tsx";
import type { EnrolledPerson } from "../../../lib/web/page/gallery_store.ts";
import { IdentityDetails } from "../../../lib/web/page/identity_details.tsx";
import { IdentityName } from "../../../lib/web/page/identity_name.tsx";
import { LanguageContext } from "../../../lib/web/page/language.ts";
import { VerdictDetails } from "../../../lib/web/page/verdict_details.tsx";
import { metadata } from "../../verification/fixtures.ts";

/** The text of each element of a kind, as a reader of a language sees it. */
function textsOf(language: Language, shown: ComponentChildren, selector: string): string[] {
  const html = renderToString(
    <LanguageContext.Provider value={language}>{shown}</LanguageContext.Provider>,
  );
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  return [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? "");
}

/** Two embeddings of a similarity. */
function embeddings(similarity: number): [Float32Array, Float32Array] {
  const [a, b] = [
    new Float32Array(metadata.embeddingSize),
    new Float32Array(metadata.embeddingSize),
  ];
  a[0] = 1;
  b.set([similarity, Math.sqrt(1 - similarity ** 2)]);
  return [a, b];
}

const verdictAt = (similarity: number) => compareEmbeddings(metadata, ...embeddings(similarity));

for (const language of languages) {
  Deno.test(`a verdict is shown with what the command says about it: ${language}`, () => {
    const verdict = verdictAt(0.99);
    const shown = <VerdictDetails verdict={verdict} metadata={metadata} milliseconds={12.4} />;
    assert.deepEqual(
      textsOf(language, shown, ".note"),
      describeVerdict(verdict, metadata).map((note) => formatMessage(note, { language })),
    );
    const figures = textsOf(language, shown, "dd");
    assert.match(figures[0]!, /^0\.9900$/);
    assert.match(figures[1]!, new RegExp(metadata.calibration.threshold.toFixed(4)));
    assert.match(figures.at(-1)!, /^12/);
  });

  Deno.test(`the model says what it was measured on, with intervals: ${language}`, () => {
    const figures = textsOf(language, <AboutModel metadata={metadata} />, "dd").join("\n");
    for (const number of [metadata.heldOut.identities, metadata.heldOut.images]) {
      assert.match(figures, new RegExp(`\\b${number}`));
    }
    assert.match(figures, new RegExp(metadata.heldOut.auc.toFixed(4)));
    const provisional = <AboutModel metadata={{ ...metadata, provisional: true }} />;
    const cautions = (shown: ComponentChildren) => textsOf(language, shown, ".caution").length;
    assert.equal(cautions(provisional), cautions(<AboutModel metadata={metadata} />) + 1);
  });
}

Deno.test("the answer is that of the command: same, different, or close", () => {
  const [lower, upper] = metadata.calibration.thresholdInterval!;
  const answer = (similarity: number) =>
    textsOf("en", <Answer verdict={verdictAt(similarity)} />, ".verdict")[0];
  assert.equal(answer(upper + 0.01), "Same");
  assert.equal(answer(lower - 0.01), "Different");
  assert.match(answer((metadata.calibration.threshold + upper) / 2)!, /^Same, but close$/);
});

const people = ["Anna", "<b>Ben</b>"].map((name, index): EnrolledPerson => ({
  id: name,
  name,
  model: "m",
  enrolled: index,
  embeddings: [embeddings(1)[0]],
  thumbnails: ["data:,"],
}));

Deno.test("a person is shown by name, whatever is in it, and anybody else as unknown", () => {
  const [anna, ben] = people as [EnrolledPerson, EnrolledPerson];
  const found = {
    person: ben,
    best: { person: ben, similarity: 0.9 },
    runnerUp: { person: anna, similarity: 0.5 },
  };
  assert.deepEqual(textsOf("en", <IdentityName found={found} />, "p"), ["<b>Ben</b>"]);
  const unknown = <IdentityName found={{ ...found, person: null }} />;
  assert.deepEqual(textsOf("en", unknown, "p"), ["Unknown"]);
  const details = (
    <IdentityDetails
      found={found}
      chosen={chooseIdentificationThreshold(metadata, 2)}
      images={2}
      milliseconds={0.2}
    />
  );
  const figures = textsOf("en", details, "dd");
  assert.deepEqual(figures.slice(0, 2), ["<b>Ben</b>, 0.9000", "Anna, 0.5000"]);
  assert.equal(figures.at(-1), "1 ms");
  assert.ok(textsOf("en", details, ".note").some((note) => note.includes("FPIR")));
});
