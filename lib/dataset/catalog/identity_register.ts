import { type GivenPart, type PartName, partNames } from "./catalog.ts";

/** Identities with their labels and names, once all are known. */
export interface RegisteredIdentities {
  /** Names sorted by code unit. */
  readonly identities: readonly string[];
  /** The label of each identity, by the number that it had before. */
  readonly labels: readonly number[];
  /** See `Catalog.parts`. */
  readonly parts: readonly (readonly GivenPart[])[] | null;
  /** Names that are spelled in two Unicode forms. */
  readonly spelledTwice: readonly string[];
}

/**
 * Numbers identities as their images are found, in any order.
 *
 * Names that differ in nothing but their Unicode form (macOS keeps "é" as two characters) are one
 * identity, which keeps the spelling that sorts first.
 */
export class IdentityRegister {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #parts: Map<PartName, string>[] = [];
  readonly #twice = new Set<number>();

  /**
   * The number of an image's identity, from 0.
   *
   * @param name the name of the identity
   * @param part the part of the split that the image is in
   * @param path the path of the image
   */
  add(name: string, part: PartName | null, path: string): number {
    const number = this.#numbers.get(name) ?? this.#register(name);
    if (part === null) return number;
    const parts = this.#parts[number] ??= new Map();
    const first = parts.get(part);
    if (first === undefined || path < first) parts.set(part, path);
    return number;
  }

  /** True if an identity of this name has an image. */
  has(name: string): boolean {
    return this.#numbers.has(name.normalize());
  }

  /** Gives the identities their labels. */
  finish(): RegisteredIdentities {
    const byName = this.#names.map((name, number) => ({ name, number }))
      .sort((a, b) => a.name < b.name ? -1 : 1);
    const labels: number[] = [];
    for (const [label, { number }] of byName.entries()) labels[number] = label;
    const partsOf = (number: number) =>
      partNames.flatMap((part) => {
        const path = this.#parts[number]?.get(part);
        return path === undefined ? [] : [{ part, path }];
      });
    return {
      identities: byName.map(({ name }) => name),
      labels,
      parts: this.#parts.length === 0 ? null : byName.map(({ number }) => partsOf(number)),
      spelledTwice: byName.filter(({ number }) => this.#twice.has(number)).map(({ name }) => name),
    };
  }

  #register(name: string): number {
    const key = name.normalize();
    const number = this.#numbers.getOrInsert(key, this.#names.length);
    const known = this.#names[number];
    if (known !== undefined && known !== name) this.#twice.add(number);
    if (known === undefined || name < known) this.#names[number] = name;
    this.#numbers.set(name, number);
    return number;
  }
}
