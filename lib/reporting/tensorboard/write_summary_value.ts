import type { PbfWriter } from "pbf";
import type { TensorBoardValue } from "./tensorboard_event.ts";

/** `DataClass` of `summary.proto`: plugins read values of it as tensors. */
const tensorClass = 2;
/** `DataType` of `types.proto`. */
const float = 1, string = 7;

/**
 * Writes the fields of a `Summary.Value`, in the order of their numbers.
 *
 * Source: TensorBoard's `summary.proto`, `tensor.proto`, and `plugin_data.proto` of its plugin hparams.
 */
export function writeSummaryValue(value: TensorBoardValue, pbf: PbfWriter): void {
  if (value.kind === "settings") {
    pbf.writeStringField(1, "_hparams_/session_start_info");
    // The plugin reads only the metadata, but TensorBoard drops metadata without a value.
    pbf.writeMessage(8, writeEmpty, null);
    writeMetadata(pbf, "hparams", value.settings);
    return;
  }
  pbf.writeStringField(1, value.tag);
  if (value.kind === "scalar") {
    pbf.writeFloatField(2, value.value);
  } else if (value.kind === "image") {
    pbf.writeMessage(4, writeImage, value);
  } else {
    pbf.writeMessage(8, writeText, value.markdown);
    writeMetadata(pbf, "text", null);
  }
}

function writeImage(
  { png, width, height }: { png: Uint8Array; width: number; height: number },
  pbf: PbfWriter,
): void {
  pbf.writeVarintField(1, height);
  pbf.writeVarintField(2, width);
  pbf.writeBytesField(4, png);
}

/** A tensor of no dimensions. */
function writeText(text: string, pbf: PbfWriter): void {
  pbf.writeVarintField(1, string);
  pbf.writeMessage(2, () => {}, null);
  pbf.writeStringField(8, text);
}

/** A tensor of one dimension and no values. */
function writeEmpty(_: null, pbf: PbfWriter): void {
  pbf.writeVarintField(1, float);
  pbf.writeMessage(2, (_, pbf) => pbf.writeMessage(2, () => {}, null), null);
}

type Settings = Extract<TensorBoardValue, { kind: "settings" }>["settings"];

function writeMetadata(pbf: PbfWriter, plugin: string, settings: Settings | null): void {
  pbf.writeMessage(9, (_, pbf) => {
    pbf.writeMessage(1, (_, pbf) => {
      pbf.writeStringField(1, plugin);
      // `HParamsPluginData` with a `SessionStartInfo`, as bytes in a field of bytes.
      if (settings) {
        pbf.writeMessage(2, (_, pbf) => pbf.writeMessage(3, writeSettings, settings), null);
      }
    }, null);
    pbf.writeVarintField(4, tensorClass);
  }, null);
}

/** A map of names to values of `struct.proto`. */
function writeSettings(settings: Settings, pbf: PbfWriter): void {
  for (const [name, value] of Object.entries(settings)) {
    pbf.writeMessage(1, (_, pbf) => {
      pbf.writeStringField(1, name);
      pbf.writeMessage(2, (_, pbf) => {
        if (typeof value === "number") pbf.writeDoubleField(2, value);
        else if (typeof value === "string") pbf.writeStringField(3, value);
        else pbf.writeBooleanField(4, value);
      }, null);
    }, null);
  }
}
