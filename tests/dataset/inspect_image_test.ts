import assert from "node:assert/strict";
import { inspectImage } from "../../lib/dataset/inspect_image.ts";
import { pictures } from "../images/fixtures/pictures.ts";

const formats: Record<string, string> = { jpg: "jpeg" };

for (const { name, bytes: base64 } of pictures) {
  Deno.test(`${name} is known by its content, and cut short wherever it is cut`, () => {
    const bytes = Uint8Array.fromBase64(base64);
    const ending = name.split(".").pop()!;
    assert.deepEqual(inspectImage(bytes), {
      format: formats[ending] ?? ending,
      width: 18,
      height: 16,
    });
    // Behind the first frame of a gif and behind the strips of a tiff there may be bytes to spare.
    const needed = ["gif", "tiff"].includes(ending) ? bytes.length / 3 : bytes.length - 1;
    for (let length = 18; length <= needed; length++) {
      assert.equal(inspectImage(bytes.slice(0, length)), "image is cut short", `at ${length}`);
      // A view into a larger buffer, which must not be read past its end.
      assert.equal(inspectImage(bytes.subarray(0, length)), "image is cut short", `at ${length}`);
    }
  });
}

Deno.test("trailing bytes, such as a phone's, do no harm", () => {
  for (const { name, bytes } of pictures) {
    const longer = new Uint8Array([...Uint8Array.fromBase64(bytes), 0, 1, 2, 3, 4]);
    assert.equal(typeof inspectImage(longer), "object", name);
  }
});

Deno.test("a jpeg is cut short though its thumbnail is whole", () => {
  const jpeg = picture("baseline.jpg");
  const thumbnail = [0xff, 0xe1, 0, 6, 0xff, 0xd8, 0xff, 0xd9];
  const whole = new Uint8Array([...jpeg.slice(0, 2), ...thumbnail, ...jpeg.slice(2)]);
  assert.equal(typeof inspectImage(whole), "object");
  assert.equal(inspectImage(whole.slice(0, -2)), "image is cut short");
});

Deno.test("what is no image is told apart, and headers without sense are refused", () => {
  const notAnImage = "not an image (jpeg, png, webp, gif, bmp, tiff or pgm)";
  assert.equal(inspectImage(new Uint8Array()), "empty file");
  assert.equal(inspectImage(new TextEncoder().encode("PK\x03\x04")), notAnImage);
  assert.equal(inspectImage(new TextEncoder().encode("BMW, a list of cars")), notAnImage);
  assert.equal(inspectImage(new Uint8Array(1000)), notAnImage);
  const png = picture("rgb.png");
  png[12] = 0;
  assert.equal(inspectImage(png), "image header cannot be read");
  const noWidth = picture("rgb.png");
  noWidth.fill(0, 16, 20);
  assert.equal(inspectImage(noWidth), "image header cannot be read");
});

Deno.test("a side under 16 px, or over 100 megapixels", () => {
  const sized = (width: number, height: number) => {
    const png = picture("rgb.png");
    const view = new DataView(png.buffer);
    view.setUint32(16, width);
    view.setUint32(20, height);
    return inspectImage(png);
  };
  assert.equal(sized(15, 400), "image is 15 x 400 px: under 16 px on a side");
  assert.equal(sized(400, 1), "image is 400 x 1 px: under 16 px on a side");
  assert.deepEqual(sized(16, 16), { format: "png", width: 16, height: 16 });
  assert.deepEqual(sized(10_000, 10_000), { format: "png", width: 10_000, height: 10_000 });
  assert.equal(
    sized(10_001, 10_000),
    "image declares 10001 x 10000 px: over 100 megapixels",
  );
});

function picture(name: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(pictures.find((candidate) => candidate.name === name)!.bytes);
}
