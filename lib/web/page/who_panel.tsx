/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import { useState } from "preact/hooks";
import { countImages } from "../../identification/gallery.ts";
import {
  chooseIdentificationThreshold,
  defaultFpir,
} from "../../identification/identification_threshold.ts";
import { identify } from "../../identification/identify.ts";
import type { UserMessage } from "../../language/user_message.ts";
import type { Engine } from "../engine/engine.ts";
import { enroll, type OpenedImage } from "./enroll.ts";
import { EnrollForm } from "./enroll_form.tsx";
import { galleryMessages } from "./gallery_messages.ts";
import { IdentityDetails } from "./identity_details.tsx";
import { IdentityName } from "./identity_name.tsx";
import { ImageSlot } from "./image_slot.tsx";
import { useFormat, useTranslate } from "./language.ts";
import { LiveWindow } from "./live_window.tsx";
import { Notice } from "./notice.tsx";
import { OtherModelNotice } from "./other_model_notice.tsx";
import { PeopleList } from "./people_list.tsx";
import { sentence } from "./sentence.ts";
import { makeThumbnail } from "./thumbnail.ts";
import { useEmbedding } from "./use_embedding.ts";
import { useGallery } from "./use_gallery.ts";
import { usePaste } from "./use_paste.ts";
import { whoMessages as messages } from "./who_messages.ts";

/** False positive identification rates to choose from. */
const fpirs = [0.001, defaultFpir, 0.05, 0.2];

/** A gallery of people, and who of them an image shows. */
export function WhoPanel({ engine, shown }: { engine: Engine; shown: boolean }) {
  const translate = useTranslate(), { target } = useFormat();
  const gallery = useGallery(engine.modelHash), { people, others, problem } = gallery;
  const [probe, setProbe] = useEmbedding(engine);
  const [live, setLive] = useState(false), [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<readonly UserMessage[]>([]);
  const [fpir, setFpir] = useState(defaultFpir);
  usePaste(shown, setProbe);
  const images = countImages(people);
  const chosen = chooseIdentificationThreshold(engine.metadata, Math.max(1, images), fpir);
  const { threshold } = chosen;
  const enrollImages = async (name: string, files: readonly Blob[]) => {
    setBusy(true);
    const opened: OpenedImage[] = [];
    // One after the other: a phone has no memory for many photos at once.
    for (const file of files) {
      try {
        const thumbnail = await makeThumbnail(file);
        opened.push({ thumbnail, embedding: (await engine.embed(file)).embedding });
      } catch {
        // What cannot be opened is counted.
      }
    }
    const known = { people, threshold, model: engine.modelHash };
    const { person, said } = enroll(known, name, opened, files.length - opened.length);
    if (person) await gallery.keep(person);
    setSaid(said);
    setBusy(false);
  };
  const found = probe?.embedding ? identify(people, probe.embedding, threshold) : null;
  const waiting = probe && !probe.problem ? messages.working() : messages.waiting();
  if (others.length > 0) return <OtherModelNotice gallery={gallery} />;
  return (
    <div class="who">
      {problem && <Notice>{sentence(translate, problem)}</Notice>}
      {people.length > 0 && (
        <div class="probe">
          <ImageSlot name={translate(messages.probe())} image={probe} onImage={setProbe} />
          <div>
            <div class="answer">
              <div role="status">
                {found
                  ? <IdentityName found={found} />
                  : <p class="waiting">{translate(waiting)}</p>}
              </div>
              {found && (
                <IdentityDetails
                  found={found}
                  chosen={chosen}
                  images={images}
                  milliseconds={probe!.milliseconds}
                />
              )}
            </div>
            <div class="buttons">
              <button type="button" class="primary" onClick={() => setLive(true)}>
                {translate(messages.live())}
              </button>
            </div>
            <label class="strictness">
              {translate(messages.strictness())}
              <select
                value={fpir}
                onChange={({ currentTarget }) => setFpir(Number(currentTarget.value))}
              >
                {fpirs.map((rate) => <option key={rate} value={rate}>{target(rate)}</option>)}
              </select>
            </label>
          </div>
        </div>
      )}
      {people.length === 0 && <p>{translate(galleryMessages.nobody())}</p>}
      <EnrollForm said={said} busy={busy} onImages={enrollImages} />
      {people.length > 0 && <PeopleList gallery={gallery} busy={busy} onImages={enrollImages} />}
      {live && (
        <LiveWindow
          engine={engine}
          people={people}
          threshold={threshold}
          onClose={() => setLive(false)}
        />
      )}
    </div>
  );
}
