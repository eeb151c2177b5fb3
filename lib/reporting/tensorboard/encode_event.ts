import { PbfWriter } from "pbf";
import type { TensorBoardEvent, TensorBoardValue } from "./tensorboard_event.ts";
import { encodeRecord } from "./records.ts";
import { writeSummaryValue } from "./write_summary_value.ts";

/** `SessionLog.SessionStatus` of `event.proto`. */
const start = 1;

/**
 * Encodes an event as a record of an event file.
 *
 * Source: TensorBoard's `event.proto`.
 */
export function encodeEvent({ time, step, content }: TensorBoardEvent): Uint8Array<ArrayBuffer> {
  const pbf = new PbfWriter();
  pbf.writeDoubleField(1, time.getTime() / 1000);
  if (step > 0) pbf.writeVarintField(2, step);
  if (content === "version") {
    pbf.writeStringField(3, "brain.Event:2");
  } else if (content === "start") {
    pbf.writeMessage(7, (_, pbf) => pbf.writeVarintField(1, start), null);
  } else {
    pbf.writeMessage(5, writeSummary, content);
  }
  return encodeRecord(pbf.finish());
}

function writeSummary(values: readonly TensorBoardValue[], pbf: PbfWriter): void {
  for (const value of values) pbf.writeMessage(1, writeSummaryValue, value);
}
