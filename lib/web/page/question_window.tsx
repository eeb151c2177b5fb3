/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { galleryMessages as messages } from "./gallery_messages.ts";
import { imageMessages } from "./image_messages.ts";
import { useTranslate } from "./language.ts";
import { Window } from "./window.tsx";

/** Asks before something is forgotten. */
export function QuestionWindow(
  { question, onYes, onClose }: {
    readonly question: string;
    readonly onYes: () => void;
    readonly onClose: () => void;
  },
) {
  const translate = useTranslate();
  return (
    <Window heading={question} onClose={onClose}>
      <p>{translate(messages.cannotUndo())}</p>
      <div class="buttons">
        <button type="button" onClick={onClose}>{translate(imageMessages.cancel())}</button>
        <button
          type="button"
          class="danger"
          onClick={() => {
            onYes();
            onClose();
          }}
        >
          {translate(messages.forget())}
        </button>
      </div>
    </Window>
  );
}
