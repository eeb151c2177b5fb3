import assert from "node:assert/strict";
import { openBackend } from "../../lib/backends/open_backend.ts";
import { backboneNames, findBackbone } from "../../lib/model/backbones/registry.ts";
import { embedImages } from "../../lib/model/embed_images.ts";
import { createEmbeddingModel } from "../../lib/model/embedding_model.ts";
import { needs } from "../needs.ts";
import { slow } from "../slow.ts";

const size = 48, embeddingSize = 8;
const images = Array.from(
  { length: 35 },
  (_, image) =>
    Uint8Array.from({ length: size * size * 3 }, (_, i) => 128 + 127 * Math.sin(i * (image + 2))),
);

for (const name of slow ? backboneNames() : ["tiny", "mobilenetv2_100"]) {
  Deno.test({
    name: `${name}: an image embeds to the same bits alone and among any number of others`,
    ...needs({ read: true }),
    async fn() {
      await openBackend("wasm");
      const backbone = findBackbone(name);
      const model = createEmbeddingModel({ backbone, imageSize: size, embeddingSize, seed: 1 });
      const whole = await embedImages(model, images, size);
      assert.equal(whole.length, images.length * embeddingSize);
      for (const [begin, count] of [[0, 1], [34, 1], [3, 2], [5, 3], [7, 9], [1, 33]] as const) {
        const part = await embedImages(model, images.slice(begin, begin + count), size);
        const [from, to] = [begin, begin + count].map((image) => image * embeddingSize);
        assert.deepEqual(part, whole.slice(from, to), `${count} from ${begin}`);
      }
      assert.equal((await embedImages(model, [], size)).length, 0);
      model.parameters.dispose();
    },
  });
}
