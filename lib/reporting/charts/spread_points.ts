/** A place in the plane. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Lays out points as squares of equal size that do not overlap: each takes the free cell of a grid
 * that is nearest to where the point lies, those with the most company first.
 *
 * @param points on any scale; they are stretched to fill the area
 * @param area in the units of the result, as is the side of a cell; it must have a cell for each point
 * @returns for each point the upper left corner of its cell
 */
export function spreadPoints(
  points: readonly Place[],
  { width, height, cell }: { width: number; height: number; cell: number },
): Place[] {
  const columns = Math.floor(width / cell), rows = Math.floor(height / cell);
  const wanted = stretch(points, columns - 1, rows - 1);
  const free = Array.from(
    { length: columns * rows },
    (_, i) => ({ x: i % columns, y: Math.floor(i / columns) }),
  );
  const company = wanted.map((point) =>
    wanted.filter((other) => distance(point, other) < 9).length
  );
  const order = [...wanted.keys()].sort((a, b) => company[b]! - company[a]! || a - b);
  const placed: Place[] = [];
  const left = (width - columns * cell) / 2, top = (height - rows * cell) / 2;
  for (const index of order) {
    let nearest = 0;
    free.forEach((place, i) => {
      if (distance(place, wanted[index]!) < distance(free[nearest]!, wanted[index]!)) nearest = i;
    });
    const [{ x, y }] = free.splice(nearest, 1) as [Place];
    placed[index] = { x: left + x * cell, y: top + y * cell };
  }
  return placed;
}

/**
 * To 0 to `width` and 0 to `height`: halfway between where points lie and their ranks, so that a group
 * far out does not press all others into a corner.
 */
function stretch(points: readonly Place[], width: number, height: number): Place[] {
  const along = (axis: "x" | "y", length: number) => {
    const values = points.map((point) => point[axis]);
    const low = Math.min(...values), high = Math.max(...values);
    const ascending = values.toSorted((a, b) => a - b);
    return (value: number) => {
      if (high === low) return length / 2;
      const rank = ascending.indexOf(value) / (values.length - 1);
      return (rank + (value - low) / (high - low)) / 2 * length;
    };
  };
  const x = along("x", width), y = along("y", height);
  return points.map((point) => ({ x: x(point.x), y: y(point.y) }));
}

/** Squared. */
function distance(a: Place, b: Place): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
}
