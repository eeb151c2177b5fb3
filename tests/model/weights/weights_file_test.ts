import assert from "node:assert/strict";
import { join } from "node:path";
import { weightsFile } from "../../../lib/model/weights/weights_file.ts";
import { needs } from "../../needs.ts";

Deno.test({
  name:
    "weights are a file, the folder of a run or of a layers model, and no file of another program",
  ...needs({ read: true, write: true }),
  async fn() {
    const root = await Deno.makeTempDir();
    const write = async (path: string) => {
      await Deno.mkdir(join(root, path, ".."), { recursive: true });
      await Deno.writeTextFile(join(root, path), "");
      return join(root, path);
    };
    try {
      const file = await write("a.safetensors"), model = await write("run/model.safetensors");
      const layers = await write("layers/model.json");
      assert.equal(await weightsFile(file), file);
      assert.equal(await weightsFile(join(root, "run")), model);
      assert.equal(await weightsFile(join(root, "layers")), layers);
      for (
        const [name, kind] of [
          ["a.pth", "PyTorch"],
          ["a.PT", "PyTorch"],
          ["a.onnx", "ONNX"],
          ["a.h5", "Keras"],
          ["a.tflite", "TensorFlow"],
        ] as const
      ) {
        const refusal = new RegExp(
          `^UserError: cannot load .*it is an? .*${kind}.*safetensors\\.torch`,
        );
        await assert.rejects(weightsFile(await write(name)), refusal);
      }
      await Deno.mkdir(join(root, "empty"));
      await assert.rejects(
        weightsFile(join(root, "empty")),
        /without model.safetensors and model.json/,
      );
      await assert.rejects(weightsFile(join(root, "none")), /does not exist/);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
});
