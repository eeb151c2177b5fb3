import type { CatalogImage } from "../../dataset/catalog/catalog.ts";
import type { PixelStore } from "../../images/cache/pixel_store.ts";
import type { TrainingData } from "./prepare_data.ts";

/** An image and the part of the split that it belongs to. */
export interface SplitImage {
  readonly part: "train" | "validation" | "test";
  /** Path relative to the folder that the part comes from. */
  readonly path: string;
}

/** An image that is a copy of one in an earlier part of the split. */
export interface SplitDuplicate {
  readonly image: SplitImage;
  readonly of: SplitImage;
}

/** The images of one part. */
export interface PartImages {
  readonly part: SplitImage["part"];
  readonly images: readonly CatalogImage[];
  /** Indices of the same images in the store of their folder. */
  readonly indices: readonly number[];
  /** The store that holds them. */
  readonly store: keyof Stores;
}

/** Pixels of the folders of the parts; one store where it is one folder. */
export interface Stores {
  readonly train: PixelStore;
  readonly validation: PixelStore;
  readonly test: PixelStore;
}

/** The images of a run by part, those to train on first. */
export function splitImages({ catalog, train, validation, test }: TrainingData): PartImages[] {
  const trained = train.flat();
  return [
    {
      part: "train",
      images: trained.map((index) => catalog.images[index]!),
      indices: trained,
      store: "train",
    },
    {
      part: "validation",
      images: validation.images.map((index) => validation.catalog.images[index]!),
      indices: validation.images,
      store: "validation",
    },
    {
      part: "test",
      images: test.images.map((index) => test.catalog.images[index]!),
      indices: test.images,
      store: "test",
    },
  ];
}

/** Images whose file is, byte for byte, also in an earlier part of the split. */
export function exactDuplicates(data: TrainingData): SplitDuplicate[] {
  const known = new Map<string, SplitImage>();
  return splitImages(data).flatMap(({ part, images }) => {
    const found = images.flatMap(({ path, hash }) => {
      const of = known.get(hash);
      return of ? [{ image: { part, path }, of }] : [];
    });
    for (const { path, hash } of images) if (!known.has(hash)) known.set(hash, { part, path });
    return found;
  });
}
