/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Identification } from "../../identification/identify.ts";
import type { EnrolledPerson } from "./gallery_store.ts";
import { useTranslate } from "./language.ts";
import { whoMessages as messages } from "./who_messages.ts";

/** The name of the person with their image, or that it is nobody of the gallery. */
export function IdentityName({ found: { person } }: { found: Identification<EnrolledPerson> }) {
  const translate = useTranslate();
  return (
    <p class={person ? "verdict same" : "verdict different"}>
      {person && <img class="face" src={person.thumbnails[0]} alt="" />}
      {person ? person.name : translate(messages.unknown())}
    </p>
  );
}
