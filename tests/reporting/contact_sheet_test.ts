import assert from "node:assert/strict";
import { decodeImage } from "../../lib/images/decode/decode_image.ts";
import { contactSheet } from "../../lib/reporting/contact_sheet.ts";
import { needs } from "../needs.ts";

const side = 5;
const normalisation = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] } as const;
const labels = [7, 3, 7, 7, 3];
const byteOf = (picture: number, i: number) => (picture * 50 + i * 3) % 256;
const images = Float32Array.from({ length: labels.length * side * side * 3 }, (_, i) => {
  const length = side * side * 3;
  const value = byteOf(Math.floor(i / length), i % length) / 255;
  return (value - normalisation.mean[i % 3]!) / normalisation.std[i % 3]!;
});

Deno.test(
  "a contact sheet shows the images as they were, a row an identity, on white",
  needs({ read: true }),
  async () => {
    const { width, height, data } = await decodeImage(
      contactSheet({ images, side, labels, normalization: normalisation }),
    );
    assert.deepEqual([width, height], [4 + 3 * 9, 4 + 2 * 9]);
    const expected = new Uint8Array(width * height * 3).fill(255);
    [[0, 2, 3], [1, 4]].forEach((row, y) =>
      row.forEach((picture, x) => {
        for (let i = 0; i < side * side * 3; i++) {
          const place = Math.floor(i / 3);
          const at = (4 + 9 * y + Math.floor(place / side)) * width + 4 + 9 * x + place % side;
          expected[at * 3 + i % 3] = byteOf(picture, i);
        }
      })
    );
    assert.deepEqual(data, expected);
  },
);

Deno.test("values beyond what an image can show are cut off", needs({ read: true }), async () => {
  const sheet = contactSheet({
    images: Array.from({ length: 9 * 3 }, (_, i) => [-9, 0, 9][i % 3]!),
    side: 1,
    labels: [0, 0, 0, 1, 1, 1, 2, 2, 2],
    normalization: { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] },
  });
  const { width, data } = await decodeImage(sheet);
  assert.deepEqual([...data.subarray((4 * width + 4) * 3).subarray(0, 3)], [0, 128, 255]);
});
