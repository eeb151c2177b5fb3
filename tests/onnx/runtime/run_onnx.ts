// Runs ONNX files by onnxruntime-web: deno run run_onnx.ts FOLDER. The package takes 140 MB, and all that the
// project's deno.lock names is downloaded before the first command, so that it has a lock file of its own.
//
// FOLDER/jobs.json lists jobs: a model file, its image size, and files of pixels as float32. The embeddings of
// each file of pixels are written beside it.
import { InferenceSession, Tensor } from "onnxruntime-web";

const folder = Deno.args[0]!;
const jobs = JSON.parse(await Deno.readTextFile(`${folder}/jobs.json`));
for (const { model, imageSize, inputs } of jobs) {
  const session = await InferenceSession.create(await Deno.readFile(`${folder}/${model}`));
  for (const input of inputs) {
    const pixels = new Float32Array((await Deno.readFile(`${folder}/${input}`)).buffer);
    const count = pixels.length / (3 * imageSize ** 2);
    const image = new Tensor("float32", pixels, [count, 3, imageSize, imageSize]);
    const { embedding } = await session.run({ image });
    const values = embedding!.data as Float32Array;
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    await Deno.writeFile(`${folder}/${input}.embeddings`, bytes);
  }
  await session.release();
}
