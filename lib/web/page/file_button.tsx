/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import type { UserMessage } from "../../language/user_message.ts";
import { imageMessages as messages } from "./image_messages.ts";
import { useTranslate } from "./language.ts";

/** A button that opens the browser's window to choose images. */
export function FileButton(
  { label, of, multiple = false, disabled = false, onFiles }: {
    readonly label: UserMessage;
    /** What the images are of, for those who hear the page. */
    readonly of?: string;
    readonly multiple?: boolean;
    readonly disabled?: boolean;
    /** Called with one file at least. */
    readonly onFiles: (files: readonly File[]) => void;
  },
) {
  const translate = useTranslate();
  return (
    <label class="button">
      <input
        type="file"
        class="unseen"
        aria-label={of === undefined ? undefined : translate(messages.labelOf({ label, name: of }))}
        accept="image/*"
        multiple={multiple}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const files = [...currentTarget.files ?? []];
          // So that the same file can be chosen again.
          currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      {translate(label)}
    </label>
  );
}
