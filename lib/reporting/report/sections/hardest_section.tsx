/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { Fragment } from "preact";
import type { ImagePair, MeasuredContent, ReportImage } from "../content/report_content.ts";
import { Section, type SectionProps } from "../page/section.tsx";
import { hardestMessages as messages } from "./image_messages.ts";

/** The images of the pairs that the model gets most wrong. */
export function HardestSection(
  { content, ofFolder = false, translate }: SectionProps<MeasuredContent> & {
    /** True in a report on a verified folder. */
    ofFolder?: boolean;
  },
) {
  const { hardest, heldOut: { operatingPoint: { threshold } } } = content;
  return (
    <Section id="hardest" heading={translate(messages.heading())}>
      <p>{translate(ofFolder ? messages.ofFolder() : messages.ofTest())}</p>
      <Pairs
        title={translate(messages.positives())}
        pairs={hardest.positives}
        isWrong={(similarity) => similarity < threshold}
        translate={translate}
      />
      <Pairs
        title={translate(messages.negatives())}
        pairs={hardest.negatives}
        isWrong={(similarity) => similarity >= threshold}
        translate={translate}
      />
    </Section>
  );
}

function Pairs(
  { title, pairs, isWrong, translate }: Pick<SectionProps, "translate"> & {
    title: string;
    pairs: readonly ImagePair[];
    isWrong: (similarity: number) => boolean;
  },
) {
  return (
    <>
      <h3>{title}</h3>
      <ol class="pairs">
        {pairs.map(({ a, b, similarity }) => {
          const wrong = isWrong(similarity);
          const values = { similarity: similarity.toFixed(3) };
          return (
            <li key={`${a.path} ${b.path}`}>
              <div class="two">
                <PairImage image={a} translate={translate} />
                <PairImage image={b} translate={translate} />
              </div>
              <p class={wrong ? "wrong" : "right"}>
                {translate(wrong ? messages.wrong(values) : messages.right(values))}
              </p>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function PairImage({ image, translate }: Pick<SectionProps, "translate"> & { image: ReportImage }) {
  const { source, identity, path } = image;
  return (
    <figure>
      <img src={source} alt={translate(messages.image({ identity }))} />
      <figcaption>
        <Path path={path} />
      </figcaption>
    </figure>
  );
}

/** A path whose lines break after folders first. */
function Path({ path }: { path: string }) {
  const parts = path.split("/");
  return (
    <bdi>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {part}
          {index < parts.length - 1 && (
            <>
              /<wbr />
            </>
          )}
        </Fragment>
      ))}
    </bdi>
  );
}
