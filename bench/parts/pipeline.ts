import { benchInputPipeline } from "../training/input_pipeline.ts";
import type { Findings } from "./findings.ts";

/** The input pipeline beside the step that it feeds. */
export async function measurePipeline(): Promise<Findings> {
  const pipeline = await benchInputPipeline();
  const { images, fileSide, imageSize } = pipeline;
  const speed = (imagesPerSecond: number) => `${imagesPerSecond.toFixed(0)} images/s`;
  const what = `input pipeline, ${images} pictures of ${fileSide} px at ${imageSize} px`;
  return {
    rows: [
      [
        `${what}, decoding`,
        `${speed(pipeline.decoding)}, the first batch after ${
          pipeline.firstBatchSeconds.toFixed(1)
        } s`,
      ],
      [`${what}, from the cache on disk`, speed(pipeline.fromDisk)],
      [
        `${what}, from memory`,
        `${speed(pipeline.fromMemory)}, the step of tiny on wasm ${speed(pipeline.trainingStep)}: ${
          pipeline.againstStep.toFixed(1)
        } x`,
      ],
    ],
    document: { pipeline },
  };
}
