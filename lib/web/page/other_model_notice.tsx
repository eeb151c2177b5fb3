/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { useState } from "preact/hooks";
import { galleryMessages as messages } from "./gallery_messages.ts";
import { useTranslate } from "./language.ts";
import { Notice } from "./notice.tsx";
import { QuestionWindow } from "./question_window.tsx";
import type { KeptGallery } from "./use_gallery.ts";

/** Says that the gallery is of another model, and forgets it if the user wants that. */
export function OtherModelNotice({ gallery: { others, forget } }: { gallery: KeptGallery }) {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  return (
    <Notice kind="caution">
      <p>{translate(messages.otherModel({ people: others.length }))}</p>
      <button type="button" onClick={() => setAsking(true)}>
        {translate(messages.forgetOthers())}
      </button>
      {asking && (
        <QuestionWindow
          question={translate(messages.forgetOthersQuestion({ people: others.length }))}
          onYes={() => forget(others)}
          onClose={() => setAsking(false)}
        />
      )}
    </Notice>
  );
}
