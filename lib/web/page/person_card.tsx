/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import { useId, useRef, useState } from "preact/hooks";
import { personName } from "../../identification/person_name.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { FileButton } from "./file_button.tsx";
import { galleryMessages as messages } from "./gallery_messages.ts";
import type { EnrolledPerson } from "./gallery_store.ts";
import { imageMessages } from "./image_messages.ts";
import { useTranslate } from "./language.ts";
import { Notice } from "./notice.tsx";
import { messageOf, sentence } from "./sentence.ts";

/** A person of the gallery, and what can be done with them. */
export function PersonCard(
  { person, busy, onImages, onRename, onForget }: {
    readonly person: EnrolledPerson;
    readonly busy: boolean;
    readonly onImages: (images: readonly Blob[]) => void;
    /** Throws a `UserError` if the name is taken. */
    readonly onRename: (name: string) => void;
    readonly onForget: () => void;
  },
) {
  const translate = useTranslate();
  const [renaming, setRenaming] = useState(false);
  const renameButton = useRef<HTMLButtonElement>(null);
  const { name, thumbnails } = person;
  /** What a button is for, for those who hear the page. */
  const labelOf = (label: UserMessage) => translate(imageMessages.labelOf({ label, name }));
  return (
    <li class="person">
      <img src={thumbnails[0]} alt="" />
      <div>
        <h3>{name}</h3>
        <p class="hint">{translate(messages.images({ images: thumbnails.length }))}</p>
      </div>
      {renaming
        ? (
          <RenameForm
            name={name}
            onRename={onRename}
            onClose={() => {
              setRenaming(false);
              // Where the keyboard was before.
              requestAnimationFrame(() => renameButton.current?.focus());
            }}
          />
        )
        : (
          <div class="buttons">
            <FileButton
              label={messages.add()}
              of={name}
              multiple
              disabled={busy}
              onFiles={onImages}
            />
            <button
              ref={renameButton}
              type="button"
              class="quiet"
              aria-label={labelOf(messages.rename())}
              onClick={() => setRenaming(true)}
            >
              {translate(messages.rename())}
            </button>
            <button
              type="button"
              class="quiet"
              aria-label={labelOf(messages.forget())}
              onClick={onForget}
            >
              {translate(messages.forget())}
            </button>
          </div>
        )}
    </li>
  );
}

function RenameForm(
  { name, onRename, onClose }: {
    readonly name: string;
    readonly onRename: (name: string) => void;
    readonly onClose: () => void;
  },
) {
  const translate = useTranslate(), id = useId();
  const [typed, setTyped] = useState(name);
  const [problem, setProblem] = useState<UserMessage | null>(null);
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        try {
          onRename(personName(typed));
          onClose();
        } catch (error) {
          setProblem(messageOf(error));
        }
      }}
    >
      <label class="unseen" for={id}>{translate(messages.newName())}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        value={typed}
        ref={(input) => input?.focus()}
        aria-invalid={!!problem}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <div class="buttons">
        <button type="submit" class="primary">{translate(messages.save())}</button>
        <button type="button" class="quiet" onClick={onClose}>
          {translate(imageMessages.cancel())}
        </button>
      </div>
      {problem && <Notice>{sentence(translate, problem)}</Notice>}
    </form>
  );
}
