/** A chart with its title and what it says. */
export function ChartPanel(
  { title, says, svg }: { title: string; says?: string; svg: string },
) {
  return (
    <figure>
      <figcaption>
        <strong>{title}</strong>
        {says && <>{" "}{says}</>}
      </figcaption>
      <div
        class="chart"
        role="img"
        aria-label={says ? `${title}. ${says}` : title}
        dangerouslySetInnerHTML={{ __html: svg }}
      />
    </figure>
  );
}
