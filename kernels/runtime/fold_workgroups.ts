/** Workgroups in x and y that are `count` or a few more: a device allows 65,535 in each. */
export function foldWorkgroups(count: number): [number, number] {
  const width = Math.min(count, 32_768);
  return [width, Math.ceil(count / width)];
}
