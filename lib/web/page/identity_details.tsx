/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { describeFpir } from "../../identification/describe_fpir.ts";
import type { IdentificationThreshold } from "../../identification/identification_threshold.ts";
import type { Candidate, Identification } from "../../identification/identify.ts";
import { compareMessages } from "./compare_messages.ts";
import { Figures } from "./figures.tsx";
import type { EnrolledPerson } from "./gallery_store.ts";
import { useTranslate } from "./language.ts";
import { SimilarityScale } from "./similarity_scale.tsx";
import { whoMessages as messages } from "./who_messages.ts";

/** The figures of who an image shows, and how often a gallery errs. */
export function IdentityDetails(
  { found, chosen, images, milliseconds }: {
    readonly found: Identification<EnrolledPerson>;
    readonly chosen: IdentificationThreshold;
    /** Of the gallery. */
    readonly images: number;
    readonly milliseconds: number;
  },
) {
  const translate = useTranslate();
  const { best, runnerUp } = found;
  const named = ({ person: { name }, similarity }: Candidate) =>
    translate(messages.candidate({ name, similarity: similarity.toFixed(4) }));
  return (
    <>
      {best && <SimilarityScale similarity={best.similarity} threshold={chosen.threshold} />}
      <Figures
        rows={[
          ...best ? [[translate(messages.mostSimilar()), named(best)] as const] : [],
          ...runnerUp ? [[translate(messages.runnerUp()), named(runnerUp)] as const] : [],
          [translate(messages.threshold()), chosen.threshold.toFixed(4)],
          [
            translate(messages.time()),
            translate(compareMessages.milliseconds({
              time: Math.max(1, Math.round(milliseconds)),
            })),
          ],
        ]}
      />
      {describeFpir(chosen, images).map((note) => (
        <p class="note" key={note.code}>{translate(note)}</p>
      ))}
    </>
  );
}
