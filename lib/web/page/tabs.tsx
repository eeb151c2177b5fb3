/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import type { ComponentChildren } from "preact";

/**
 * Panels, one of which is shown. Arrow keys move between the tabs, as the ARIA Authoring Practices have
 * it. Panels that are hidden keep what is in them.
 */
export function Tabs<Key extends string>(
  { label, labels, panels, chosen, onChoose }: {
    /** Of all tabs together. */
    readonly label: string;
    readonly labels: Readonly<Record<Key, string>>;
    readonly panels: Readonly<Record<Key, ComponentChildren>>;
    readonly chosen: Key;
    readonly onChoose: (key: Key) => void;
  },
) {
  const keys = Object.keys(labels) as Key[];
  const move = (step: number) => {
    const key = keys.at((keys.indexOf(chosen) + step) % keys.length)!;
    onChoose(key);
    document.getElementById(`tab-${key}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label}>
        {keys.map((key) => (
          <button
            key={key}
            id={`tab-${key}`}
            type="button"
            role="tab"
            aria-selected={key === chosen}
            aria-controls={`panel-${key}`}
            tabIndex={key === chosen ? 0 : -1}
            onClick={() => onChoose(key)}
            onKeyDown={(event) => {
              if (event.key === "ArrowRight") move(1);
              else if (event.key === "ArrowLeft") move(-1);
            }}
          >
            {labels[key]}
          </button>
        ))}
      </div>
      {keys.map((key) => (
        <div
          key={key}
          id={`panel-${key}`}
          role="tabpanel"
          aria-labelledby={`tab-${key}`}
          hidden={key !== chosen}
        >
          {panels[key]}
        </div>
      ))}
    </>
  );
}
