import type { ComponentChildren } from "preact";

/** Items in two parts, side by side where there is room: long lists leave less of the page empty. */
export function TwoColumns<Item>(
  { items, children }: {
    items: readonly Item[];
    children: (part: readonly Item[]) => ComponentChildren;
  },
) {
  const half = Math.ceil(items.length / 2);
  return (
    <div class="tables halves">
      {children(items.slice(0, half))}
      {items.length > half && children(items.slice(half))}
    </div>
  );
}
