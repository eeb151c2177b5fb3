/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import { isSameName } from "../../identification/person_name.ts";
import { UserError } from "../../language/user_error.ts";
import { galleryMessages as messages } from "./gallery_messages.ts";
import type { EnrolledPerson } from "./gallery_store.ts";
import { useTranslate } from "./language.ts";
import { PersonCard } from "./person_card.tsx";
import { QuestionWindow } from "./question_window.tsx";
import type { KeptGallery } from "./use_gallery.ts";

/** Everybody who is enrolled: one person at least. */
export function PeopleList(
  { gallery: { people, keep, forget }, busy, onImages }: {
    readonly gallery: KeptGallery;
    readonly busy: boolean;
    readonly onImages: (name: string, images: readonly Blob[]) => void;
  },
) {
  const translate = useTranslate();
  const [leaving, setLeaving] = useState<readonly EnrolledPerson[]>([]);
  const rename = (person: EnrolledPerson, name: string) => {
    if (people.some((other) => other !== person && isSameName(other.name, name))) {
      throw new UserError(messages.nameTaken({ name }));
    }
    keep({ ...person, name });
  };
  const [{ name, thumbnails } = { name: "", thumbnails: [] }] = leaving;
  return (
    <section class="people">
      <h2>{translate(messages.people({ people: people.length }))}</h2>
      <ul>
        {people.map((person) => (
          <PersonCard
            key={person.id}
            person={person}
            busy={busy}
            onImages={(images) => onImages(person.name, images)}
            onRename={(name) => rename(person, name)}
            onForget={() => setLeaving([person])}
          />
        ))}
      </ul>
      {people.length > 1 && (
        <button type="button" class="quiet" onClick={() => setLeaving(people)}>
          {translate(messages.forgetAll())}
        </button>
      )}
      {leaving.length > 0 && (
        <QuestionWindow
          question={translate(
            leaving.length === 1
              ? messages.forgetQuestion({ name, images: thumbnails.length })
              : messages.forgetAllQuestion({ people: leaving.length }),
          )}
          onYes={() => forget(leaving)}
          onClose={() => setLeaving([])}
        />
      )}
    </section>
  );
}
