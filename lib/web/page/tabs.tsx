/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/// <reference lib="dom" />
import type { ComponentChildren } from "preact";

/**
 * Panels, one of which is shown. Arrow keys move between the tabs, as the ARIA Authoring Practices have
 * it. Panels that are hidden keep what is in them.
 */
export function Tabs<Key extends string>(
  { label, tabs, chosen, onChoose }: {
    readonly label: string;
    readonly tabs: readonly (readonly [key: Key, label: string, panel: ComponentChildren])[];
    readonly chosen: Key;
    readonly onChoose: (key: Key) => void;
  },
) {
  const move = (step: number) => {
    const index = tabs.findIndex(([key]) => key === chosen) + step;
    const [key] = tabs.at(index % tabs.length)!;
    onChoose(key);
    document.getElementById(`tab-${key}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label}>
        {tabs.map(([key, label]) => (
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
            {label}
          </button>
        ))}
      </div>
      {tabs.map(([key, , panel]) => (
        <div
          key={key}
          id={`panel-${key}`}
          role="tabpanel"
          aria-labelledby={`tab-${key}`}
          hidden={key !== chosen}
        >
          {panel}
        </div>
      ))}
    </>
  );
}
