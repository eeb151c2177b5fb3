/**
 * Times bodies in turn: once to warm up, then `rounds` times; who begins changes from round to round.
 *
 * @returns seconds of each body, a round a number
 */
export async function takeTurns<Name extends string>(
  rounds: number,
  bodies: Record<Name, () => unknown>,
): Promise<Record<Name, number[]>> {
  const order = Object.keys(bodies) as Name[];
  const seconds = Object.fromEntries(order.map((name) => [name, []])) as unknown as Record<
    Name,
    number[]
  >;
  for (let round = -1; round < rounds; round++) {
    for (const name of order) {
      const start = performance.now();
      await bodies[name]();
      if (round >= 0) seconds[name].push((performance.now() - start) / 1000);
    }
    order.reverse();
  }
  return seconds;
}
