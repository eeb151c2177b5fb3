/** @jsxRuntime automatic */
/** @jsxImportSource preact */

/** Names with their values, one below the other. */
export function Figures(
  { rows }: { readonly rows: readonly (readonly [name: string, value: string])[] },
) {
  return (
    <dl class="figures">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
