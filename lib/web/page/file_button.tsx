/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import { imageMessages as messages } from "./image_messages.ts";
import { useTranslate } from "./language.ts";

/** A button that opens the browser's window to choose images. */
export function FileButton(
  { label, of, multiple = false, disabled = false, onFiles }: {
    readonly label: string;
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
      {label}
      {of !== undefined && <span class="unseen">{translate(messages.of({ name: of }))}</span>}
    </label>
  );
}
