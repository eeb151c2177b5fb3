// Trains a model on a folder of images: deno run -A train_from_code.ts PHOTOS RUN EPOCHS
import { resolveSettings, train } from "../../mod.ts";

const [data, run, epochs] = Deno.args as [string, string, string];

const settings = resolveSettings({
  data,
  epochs: Number(epochs),
  loss: "ntxent",
  lossOptions: { temperature: 0.1 },
  imageSize: 32,
  batch: 8,
});
const { best, heldOut } = await train({
  settings,
  run,
  cacheFolder: `${run}-cache`,
  onEvent(event) {
    if (event.kind === "epoch") console.log(`epoch ${event.metrics.epoch + 1}`);
  },
});
console.log(`best epoch ${best.epoch + 1}, AUC on held-out identities ${heldOut.auc.toFixed(4)}`);
