/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import { useId, useState } from "preact/hooks";
import { personName } from "../../identification/person_name.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { FileButton } from "./file_button.tsx";
import { galleryMessages as messages } from "./gallery_messages.ts";
import { useTranslate } from "./language.ts";
import { Notice } from "./notice.tsx";
import { PhotoWindow } from "./photo_window.tsx";
import { messageOf, sentence } from "./sentence.ts";

/** A name, and images to enroll under it. */
export function EnrollForm(
  { said, busy, onImages }: {
    /** What came of the last images. */
    readonly said: readonly UserMessage[];
    readonly busy: boolean;
    readonly onImages: (name: string, images: readonly Blob[]) => void;
  },
) {
  const translate = useTranslate(), id = useId();
  const [name, setName] = useState(""), [camera, setCamera] = useState(false);
  const [problem, setProblem] = useState<UserMessage | null>(null);
  /** Does something with a name that a person can have. */
  const withName = (use: () => void) => {
    try {
      personName(name);
    } catch (error) {
      return setProblem(messageOf(error));
    }
    setProblem(null);
    use();
  };
  const status = (
    <div role="status">
      {busy
        ? <p>{translate(messages.enrolling())}</p>
        : said.map((message) => <p key={message.code}>{translate(message)}</p>)}
    </div>
  );
  return (
    <form class="enroll" onSubmit={(event) => event.preventDefault()}>
      <h2>{translate(messages.enrollHeading())}</h2>
      <label for={id}>{translate(messages.name())}</label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        value={name}
        aria-invalid={!!problem}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <div class="buttons">
        <FileButton
          label={messages.enrollFiles()}
          multiple
          disabled={busy}
          onFiles={(files) => withName(() => onImages(name, files))}
        />
        <button type="button" disabled={busy} onClick={() => withName(() => setCamera(true))}>
          {translate(messages.enrollCamera())}
        </button>
      </div>
      {problem && (
        <div id={`${id}-problem`}>
          <Notice>{sentence(translate, problem)}</Notice>
        </div>
      )}
      {!camera && status}
      {camera && (
        <PhotoWindow
          heading={translate(messages.photosOf({ name }))}
          below={status}
          onPhoto={(photo) => onImages(name, [photo])}
          onClose={() => setCamera(false)}
        />
      )}
    </form>
  );
}
