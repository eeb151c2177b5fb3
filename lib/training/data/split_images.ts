import type { CatalogImage } from "../../dataset/catalog/catalog.ts";
import type { PixelStore } from "../../images/cache/pixel_store.ts";
import type { TrainingData } from "./prepare_data.ts";

/** A picture and the part of the split that it belongs to. */
export interface SplitImage {
  readonly part: "train" | "validation" | "test";
  /** Path relative to the folder that the part is of. */
  readonly path: string;
}

/** A picture that is a copy of one in another part. */
export interface SplitDuplicate {
  readonly picture: SplitImage;
  readonly of: SplitImage;
}

/** The pictures of one part. */
export interface PartImages {
  readonly part: SplitImage["part"];
  readonly images: readonly CatalogImage[];
  /** Indices of the same pictures in the store of their folder. */
  readonly indices: readonly number[];
  /** Which of the stores has them. */
  readonly store: keyof Stores;
}

/** Pixels of the folder that is trained on, and of that which is validated on. */
export interface Stores {
  readonly train: PixelStore;
  readonly validation: PixelStore;
}

/** The pictures of a run, part by part, those that it learns from first. */
export function splitImages({ catalog, train, validation, test }: TrainingData): PartImages[] {
  const learnt = train.flat();
  return [
    {
      part: "train",
      images: learnt.map((index) => catalog.images[index]!),
      indices: learnt,
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
      store: "train",
    },
  ];
}
