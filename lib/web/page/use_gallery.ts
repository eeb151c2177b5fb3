/// <reference lib="dom" />
import { useEffect, useRef, useState } from "preact/hooks";
import type { UserMessage } from "../../language/user_message.ts";
import { galleryMessages as messages } from "./gallery_messages.ts";
import { type EnrolledPerson, type GalleryStore, openGalleryStore } from "./gallery_store.ts";

/** The people who are enrolled in this browser. */
export interface KeptGallery {
  /** In the order of their enrollment. */
  readonly people: readonly EnrolledPerson[];
  /** People of another model, whose embeddings mean nothing to this one. */
  readonly others: readonly EnrolledPerson[];
  /** Why the browser does not keep them; null if it does. */
  readonly problem: UserMessage | null;
  /** Enrolls a person, or keeps what has changed about them. */
  readonly keep: (person: EnrolledPerson) => Promise<void>;
  /** Forgets people. */
  readonly forget: (people: readonly EnrolledPerson[]) => Promise<void>;
}

/**
 * The gallery of this browser, which outlives the page. Where the browser keeps nothing, it lasts as long
 * as the page.
 *
 * @param model the hash of the model
 */
export function useGallery(model: string): KeptGallery {
  const [all, setAll] = useState<readonly EnrolledPerson[]>([]);
  const [problem, setProblem] = useState<UserMessage | null>(null);
  const store = useRef<Promise<GalleryStore> | undefined>(undefined);
  const change = async (use: (store: GalleryStore) => Promise<unknown>) => {
    try {
      await use(await (store.current ??= openGalleryStore()));
    } catch (error) {
      const full = error instanceof DOMException && error.name === "QuotaExceededError";
      setProblem(full ? messages.full() : messages.blocked());
    }
  };
  useEffect(() => {
    change(async (store) => {
      const kept = await store.getAll("people");
      setAll(kept.sort((a, b) => a.enrolled - b.enrolled));
    });
  }, []);
  return {
    people: all.filter((person) => person.model === model),
    others: all.filter((person) => person.model !== model),
    problem,
    keep(person) {
      setAll((all) =>
        all.some(({ id }) => id === person.id)
          ? all.map((other) => other.id === person.id ? person : other)
          : [...all, person]
      );
      return change((store) => store.put("people", person));
    },
    forget(people) {
      const ids = new Set(people.map(({ id }) => id));
      setAll((all) => all.filter(({ id }) => !ids.has(id)));
      return change(async (store) => {
        const { store: kept, done } = store.transaction("people", "readwrite");
        await Promise.all([...[...ids].map((id) => kept.delete(id)), done]);
      });
    },
  };
}
