import assert from "node:assert/strict";
import { UserError } from "../../../lib/language/user_error.ts";
import { enroll } from "../../../lib/web/page/enroll.ts";
import type { EnrolledPerson } from "../../../lib/web/page/gallery_store.ts";

/** An image as far from the first axis as an angle says. */
const image = (degrees: number) => ({
  embedding: Float32Array.of(Math.cos(degrees * Math.PI / 180), Math.sin(degrees * Math.PI / 180)),
  thumbnail: `data:${degrees}`,
});

const anna: EnrolledPerson = {
  id: "1",
  name: "Anna",
  model: "m",
  enrolled: 1,
  embeddings: [image(0).embedding],
  thumbnails: [image(0).thumbnail],
};

/** The codes of what is said, without their area. */
const codes = ({ said }: ReturnType<typeof enroll>) =>
  said.map(({ code }) => code.replace("page.gallery.", ""));

const known = { people: [anna], threshold: 0.9, model: "m" };

Deno.test("a new person has the images, and the hash of the model", () => {
  const enrolled = enroll(known, " Ben ", [image(90), image(100)], 0);
  const { id, enrolled: when, ...person } = enrolled.person!;
  assert.ok(id !== anna.id && when > 1);
  assert.deepEqual(person, {
    name: "Ben",
    model: "m",
    embeddings: [image(90).embedding, image(100).embedding],
    thumbnails: ["data:90", "data:100"],
  });
  assert.deepEqual(codes(enrolled), ["enrolled"]);
});

Deno.test("images under a name that is there are added to that person", () => {
  const enrolled = enroll(known, "ANNA", [image(10)], 0);
  assert.deepEqual(enrolled.person, {
    ...anna,
    embeddings: [image(0).embedding, image(10).embedding],
    thumbnails: ["data:0", "data:10"],
  });
  assert.deepEqual(codes(enrolled), ["added"]);
});

Deno.test("somebody who looks like another person is told, with the highest similarity", () => {
  const enrolled = enroll(known, "Ben", [image(90), image(20), image(10)], 0);
  assert.deepEqual(codes(enrolled), ["enrolled", "looksLike"]);
  assert.deepEqual(enrolled.said[1]!.values, {
    name: "Ben",
    other: "Anna",
    similarity: Math.cos(10 * Math.PI / 180).toFixed(4),
  });
});

Deno.test("images that could not be opened are told; without any other nobody is enrolled", () => {
  const some = enroll(known, "Ben", [image(90)], 2);
  assert.deepEqual(codes(some), ["enrolled", "notOpened"]);
  const none = enroll(known, "Ben", [], 2);
  assert.deepEqual([none.person, codes(none)], [null, ["notOpened"]]);
});

Deno.test("a name that a person cannot have is refused", () => {
  assert.throws(() => enroll(known, " ", [image(90)], 0), UserError);
});
