/** A person of a gallery. */
export interface Person {
  /** Their name, as {@linkcode personName} gives it. */
  readonly name: string;
  /** An embedding of each of their images, of unit length, at least one. */
  readonly embeddings: readonly Float32Array[];
}

/** The people who are enrolled. */
export type Gallery<P extends Person = Person> = readonly P[];

/** Images of all people: as many embeddings does a probe meet. */
export function countImages(gallery: Gallery): number {
  return gallery.reduce((sum, { embeddings }) => sum + embeddings.length, 0);
}
