// Trains a network of your own, verifies with it, and exports it: deno run -A own_backbone.ts PHOTOS RUN EPOCHS
import * as tf from "@tensorflow/tfjs";
import { convolutionUnit, registerBackbone } from "../../lib/model/mod.ts";
import { exportOnnx } from "../../lib/onnx/mod.ts";
import { embed, loadVerifier, readImage, resolveSettings, train } from "../../mod.ts";

const [data, run, epochs] = Deno.args as [string, string, string];

const style = { padding: "same", epsilon: 1e-5, activation: "relu" } as const;

/** Three convolutions that halve the side, and the mean over places. */
registerBackbone({
  name: "three-convolutions",
  imageSize: 32,
  mean: [0.5, 0.5, 0.5],
  std: [0.25, 0.25, 0.25],
  supportsDropPath: false,
  build(parameters) {
    const widths = [3, 8, 16, 32];
    const units = widths.slice(1).map((outputs, i) =>
      convolutionUnit(parameters, [`stages.${i}.conv`, `stages.${i}.bn`], style, {
        inputs: widths[i]!,
        outputs,
        size: 3,
        stride: 2,
      })
    );
    return {
      features: widths.at(-1)!,
      apply: (images, training) =>
        tf.mean(units.reduce((x, unit) => unit(x, training), images), [1, 2]),
    };
  },
});

const settings = resolveSettings({
  data,
  epochs: Number(epochs),
  backbone: "three-convolutions",
  batch: 8,
});
const { heldOut } = await train({ settings, run, cacheFolder: `${run}-cache`, report: false });
console.log(`AUC on held-out identities ${heldOut.auc.toFixed(4)}`);

// A program that loads the model registers the backbone first, as above.
using verifier = await loadVerifier(run);
const [folder] = Array.from(Deno.readDirSync(data)).filter(({ isDirectory }) => isDirectory);
const embedding = await embed(verifier, [await readImage(`${data}/${folder!.name}/01.jpg`)]);
console.log(`an embedding has ${embedding.length} numbers`);

const { nodes } = await exportOnnx(run, `${run}.onnx`);
console.log(`its ONNX graph has ${nodes} nodes`);
