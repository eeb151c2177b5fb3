/** Files that are made to take all the time or memory there is, by what makes them so. */
export interface Bombs {
  readonly quick: Readonly<Record<string, Bomb>>;
  /** Large files, and images as large as are decoded. */
  readonly slow: Readonly<Record<string, Bomb>>;
}

type Bomb = () => Uint8Array<ArrayBuffer>;
