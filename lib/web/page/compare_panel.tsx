/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import { compareEmbeddings } from "../../verification/compare_embeddings.ts";
import type { Engine } from "../engine/engine.ts";
import { compareMessages as messages } from "./compare_messages.ts";
import { ImageSlot } from "./image_slot.tsx";
import { useTranslate } from "./language.ts";
import { useEmbedding } from "./use_embedding.ts";
import { usePaste } from "./use_paste.ts";
import { Answer } from "./answer.tsx";
import { VerdictDetails } from "./verdict_details.tsx";

/** Two images, and whether they show the same identity. */
export function ComparePanel({ engine, shown }: { engine: Engine; shown: boolean }) {
  const translate = useTranslate();
  const [first, setFirst] = useEmbedding(engine), [second, setSecond] = useEmbedding(engine);
  usePaste(shown, (image) => first ? setSecond(image) : setFirst(image));
  const { metadata } = engine;
  const verdict = first?.embedding && second?.embedding &&
    compareEmbeddings(metadata, first.embedding, second.embedding);
  const working = first && second && !first.problem && !second.problem;
  return (
    <div class="compare">
      <div class="slots">
        <ImageSlot name={translate(messages.first())} image={first} onImage={setFirst} />
        <ImageSlot name={translate(messages.second())} image={second} onImage={setSecond} />
      </div>
      <div class="answer">
        <div role="status">
          {verdict ? <Answer verdict={verdict} /> : (
            <p class="waiting">
              {translate(working ? messages.working() : messages.waiting())}
            </p>
          )}
        </div>
        {verdict && (
          <VerdictDetails
            verdict={verdict}
            metadata={metadata}
            milliseconds={first.milliseconds + second.milliseconds}
          />
        )}
      </div>
    </div>
  );
}
