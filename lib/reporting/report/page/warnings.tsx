/** What to keep in mind; nothing where there is nothing. */
export function Warnings({ heading, lines }: { heading: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <aside aria-label={heading}>
      <strong>{heading}</strong>
      <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </aside>
  );
}
