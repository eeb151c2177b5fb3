import type { ImagePair, MeasuredContent, ReportImage } from "../content/report_content.ts";
import { Section, type SectionProps } from "../page/section.tsx";

/** The pairs that the model gets most wrong, as pictures. */
export function HardestSection(
  { content: { hardest, heldOut: test }, words }: SectionProps<MeasuredContent>,
) {
  const own = words.hardest;
  const { threshold } = test.operatingPoint;
  return (
    <Section id="hardest" heading={own.heading}>
      <p>{own.says}</p>
      <Pairs
        title={own.positives}
        pairs={hardest.positives}
        isWrong={(similarity) => similarity < threshold}
        words={words}
      />
      <Pairs
        title={own.negatives}
        pairs={hardest.negatives}
        isWrong={(similarity) => similarity >= threshold}
        words={words}
      />
    </Section>
  );
}

function Pairs(
  { title, pairs, isWrong, words }: Pick<SectionProps, "words"> & {
    title: string;
    pairs: readonly ImagePair[];
    isWrong: (similarity: number) => boolean;
  },
) {
  const own = words.hardest;
  return (
    <>
      <h3>{title}</h3>
      <ol class="pairs">
        {pairs.map(({ a, b, similarity }) => (
          <li key={`${a.path} ${b.path}`}>
            <div class="two">
              <Picture picture={a} words={words} />
              <Picture picture={b} words={words} />
            </div>
            {isWrong(similarity)
              ? <p class="wrong">{own.wrong(similarity.toFixed(3))}</p>
              : <p class="right">{own.right(similarity.toFixed(3))}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Lines break behind folders first. */
function Path({ path }: { path: string }) {
  const parts = path.split("/");
  return (
    <bdi>
      {parts.map((part, index) =>
        index < parts.length - 1
          ? (
            <>
              {part}/<wbr />
            </>
          )
          : part
      )}
    </bdi>
  );
}

function Picture({ picture, words }: Pick<SectionProps, "words"> & { picture: ReportImage }) {
  return (
    <figure>
      <img src={picture.source} alt={words.hardest.picture(picture.identity)} />
      <figcaption>
        <Path path={picture.path} />
      </figcaption>
    </figure>
  );
}
