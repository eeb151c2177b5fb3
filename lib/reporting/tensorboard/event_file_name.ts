/**
 * Names an event file. TensorBoard takes every file whose name holds `tfevents`, and reads the files
 * of a run in the order of their names, so that the later one must stand behind.
 *
 * @param part what the file holds of a run, which {@linkcode isEventFileOf} knows it by
 */
export function eventFileName(time: Date, part: string): string {
  return `events.out.tfevents.${(time.getTime() / 1000).toFixed(3)}.futago.${part}`;
}

/** Whether a file is named as one that holds that part of a run. */
export function isEventFileOf(name: string, part: string): boolean {
  return name.startsWith("events.out.tfevents.") && name.endsWith(`.futago.${part}`);
}
