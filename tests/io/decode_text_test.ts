import assert from "node:assert/strict";
import { decodeText } from "../../lib/io/decode_text.ts";

const text = "さくら\t1\t2\n😀";
const utf16 = (order: "LE" | "BE") => {
  const bytes = new DataView(new ArrayBuffer(2 * text.length + 2));
  bytes.setUint16(0, 0xfeff, order === "LE");
  for (let i = 0; i < text.length; i++) {
    bytes.setUint16(2 + 2 * i, text.charCodeAt(i), order === "LE");
  }
  return new Uint8Array(bytes.buffer);
};

Deno.test("text in UTF-8 and UTF-16, with a byte order mark or without one, is read", () => {
  const utf8 = new TextEncoder();
  for (
    const bytes of [utf8.encode(text), utf8.encode("\uFEFF" + text), utf16("LE"), utf16("BE")]
  ) {
    assert.equal(decodeText(bytes, "list.txt"), text);
  }
  assert.equal(decodeText(new Uint8Array(), "list.txt"), "");
});

Deno.test("other encodings are refused, so that no name becomes another", () => {
  const shiftJis = Uint8Array.of(0x82, 0xb3, 0x82, 0xad, 0x82, 0xe7);
  for (const bytes of [shiftJis, utf16("LE").subarray(2), utf16("BE").subarray(2)]) {
    assert.throws(() => decodeText(bytes, "list.txt"), {
      name: "UserError",
      message: /^cannot read "list.txt": expected text in UTF-8, .*; save it as UTF-8$/,
    });
  }
});
