/// <reference lib="dom" />
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Person } from "../../identification/gallery.ts";

/** A person as the browser keeps them. */
export interface EnrolledPerson extends Person {
  /** Tells them from others, whatever they are called. */
  readonly id: string;
  /** Of each image, in the order of their embeddings, as the address of a small image. */
  readonly thumbnails: readonly string[];
  /** The hash of the model that the embeddings are of. */
  readonly model: string;
  /** When they were enrolled, in milliseconds since 1970. */
  readonly enrolled: number;
}

interface Schema extends DBSchema {
  people: { key: string; value: EnrolledPerson };
}

/** The people that the browser keeps for this page. */
export type GalleryStore = IDBPDatabase<Schema>;

/** Opens what the browser keeps. Another page on the same host has people of its own. */
export function openGalleryStore(): Promise<GalleryStore> {
  return openDB<Schema>(`futago ${new URL(".", location.href).pathname}`, 1, {
    upgrade: (database) => void database.createObjectStore("people", { keyPath: "id" }),
  });
}
