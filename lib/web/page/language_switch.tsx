/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Language } from "../../language/user_message.ts";
import { useTranslate } from "./language.ts";
import { pageMessages as messages } from "./messages.ts";

/** Each language by its own name. */
const names: Readonly<Record<Language, string>> = { en: "English", ja: "日本語" };

/** Chooses the language of the page. */
export function LanguageSwitch(
  { language, onLanguage }: {
    readonly language: Language;
    readonly onLanguage: (language: Language) => void;
  },
) {
  const translate = useTranslate();
  return (
    <div class="languages" role="group" aria-label={translate(messages.language())}>
      {(Object.keys(names) as Language[]).map((key) => (
        <button
          key={key}
          type="button"
          lang={key}
          aria-pressed={key === language}
          onClick={() => onLanguage(key)}
        >
          {names[key]}
        </button>
      ))}
    </div>
  );
}
