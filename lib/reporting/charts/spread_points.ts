/** A point in the plane. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Lays out points as squares of equal size that do not overlap: each point takes the nearest free cell
 * of a grid, points in dense regions first.
 *
 * @param points `[n]`, on any scale; they are stretched to fill the area
 * @param area its size and the side of a cell, in the units of the result; it must have at least `n`
 *   cells
 * @returns `[n]`: the upper left corner of the cell of each point
 */
export function spreadPoints(
  points: readonly Point[],
  { width, height, cell }: { width: number; height: number; cell: number },
): Point[] {
  const columns = Math.floor(width / cell), rows = Math.floor(height / cell);
  const wanted = stretch(points, columns - 1, rows - 1);
  const free = Array.from(
    { length: columns * rows },
    (_, i) => ({ x: i % columns, y: Math.floor(i / columns) }),
  );
  const neighbors = wanted.map((point) =>
    wanted.filter((other) => distance(point, other) < 9).length
  );
  const order = [...wanted.keys()].sort((a, b) => neighbors[b]! - neighbors[a]! || a - b);
  const placed: Point[] = [];
  const left = (width - columns * cell) / 2, top = (height - rows * cell) / 2;
  for (const index of order) {
    let nearest = 0;
    free.forEach((place, i) => {
      if (distance(place, wanted[index]!) < distance(free[nearest]!, wanted[index]!)) nearest = i;
    });
    const [{ x, y }] = free.splice(nearest, 1) as [Point];
    placed[index] = { x: left + x * cell, y: top + y * cell };
  }
  return placed;
}

/**
 * Stretches points to 0 to `width` and 0 to `height`: halfway between their coordinates and their ranks,
 * so that a remote group does not press all others into a corner.
 */
function stretch(points: readonly Point[], width: number, height: number): Point[] {
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

/** The squared distance. */
function distance(a: Point, b: Point): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
}
