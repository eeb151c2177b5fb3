import { svgsIndex } from "facesjs";
import type { Random } from "./random.ts";

/** What stays the same in all images of one identity. */
export interface Identity {
  readonly skin: string;
  readonly hairColor: string;
  readonly hair: string;
  readonly hairBehind: string;
  readonly head: string;
  readonly nose: string;
  readonly eye: string;
  readonly eyebrow: string;
  readonly facialHair: string;
  readonly ear: string;
  readonly wrinkles: string;
  readonly marks: string;
  /** 0 (narrow) to 1 (wide). */
  readonly fatness: number;
  readonly noseSize: number;
  readonly earSize: number;
  /** Whether hair and nose are mirrored. */
  readonly flip: boolean;
}

/** Two identities differ in at least so many of the visible features. */
const minDifference = 5;
const visible = [
  "skin",
  "hairColor",
  "hair",
  "head",
  "nose",
  "eye",
  "eyebrow",
] as const satisfies readonly (keyof Identity)[];

const skins = (
  "#f7ddd0 #f0c5a3 #ddb7a0 #eab687 #c99b7d #bb876f #a67358 #8d5a45 #74453d #5c3937"
).split(" ");
const hairColors = (
  "#17120f #3d2314 #6b4226 #b55239 #cc9966 #e9c67b #8a8a88 #d8d4cc " +
  "#2f5d9b #c2477f #3f7d4f #7a4fa3"
).split(" ");

/**
 * Samples identities of which no two look alike: each pair differs in at least five of seven visible
 * features (skin, hair color, hair, head, nose, eyes, eyebrows).
 *
 * @param count number of identities
 * @param random source of the random numbers
 */
export function sampleIdentities(count: number, random: Random): Identity[] {
  const identities: Identity[] = [];
  while (identities.length < count) {
    const candidate = sampleIdentity(random);
    if (identities.every((other) => difference(candidate, other) >= minDifference)) {
      identities.push(candidate);
    }
  }
  return identities;
}

/**
 * Counts the visible features that differ between two identities.
 *
 * @returns 0 to 7
 */
export function difference(a: Identity, b: Identity): number {
  return visible.filter((feature) => a[feature] !== b[feature]).length;
}

function sampleIdentity(random: Random): Identity {
  const sometimes = (probability: number, ids: readonly string[]) =>
    random.chance(probability) ? random.pick(ids) : "none";
  return {
    skin: random.pick(skins),
    hairColor: random.pick(hairColors),
    hair: random.pick(svgsIndex.hair),
    hairBehind: sometimes(0.35, svgsIndex.hairBg),
    head: random.pick(svgsIndex.head),
    nose: random.pick(svgsIndex.nose),
    eye: random.pick(svgsIndex.eye),
    eyebrow: random.pick(svgsIndex.eyebrow),
    facialHair: sometimes(0.4, svgsIndex.facialHair),
    ear: random.pick(svgsIndex.ear),
    wrinkles: sometimes(0.5, svgsIndex.eyeLine),
    marks: sometimes(0.5, svgsIndex.miscLine),
    fatness: random.between(0, 1),
    noseSize: random.between(0.6, 1.25),
    earSize: random.between(0.6, 1.4),
    flip: random.chance(0.5),
  };
}
