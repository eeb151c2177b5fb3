/// <reference lib="dom" />
import { useEffect } from "preact/hooks";

/**
 * Takes the image that the user pastes anywhere on the page.
 *
 * @param active false while another panel takes it
 */
export function usePaste(active: boolean, onImage: (image: File) => void): void {
  useEffect(() => {
    if (!active) return;
    const take = (event: ClipboardEvent) => {
      const [file] = event.clipboardData?.files ?? [];
      if (file) onImage(file);
    };
    document.addEventListener("paste", take);
    return () => document.removeEventListener("paste", take);
  });
}
