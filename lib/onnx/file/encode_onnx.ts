import { PbfWriter } from "pbf";
import { programVersion } from "../../model_file/program_version.ts";
import type { OnnxAttribute, OnnxConstant, OnnxGraph, OnnxNode, OnnxValue } from "./onnx_graph.ts";

/** The operator set whose definitions the nodes follow. */
export const opset = 17;
/** The version of the format that came with it. */
const irVersion = 8;

/** `TensorProto.DataType`. */
const float32 = 1, int64 = 7;
/** `AttributeProto.AttributeType`. */
const floatType = 1, intType = 2, intsType = 7;

/** Attributes that ONNX takes for floats even if they are whole. */
const floats = new Set(["alpha"]);

/**
 * Encodes a graph as an ONNX file.
 *
 * Source: `onnx.proto`, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
 *
 * @param metadata texts for readers, by name
 */
export function encodeOnnx(
  graph: OnnxGraph,
  metadata: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const pbf = new PbfWriter();
  pbf.writeVarintField(1, irVersion);
  pbf.writeStringField(2, "Futago");
  pbf.writeStringField(3, programVersion);
  pbf.writeMessage(7, writeGraph, graph);
  pbf.writeMessage(8, (_, pbf) => pbf.writeVarintField(2, opset), null);
  for (const entry of Object.entries(metadata)) pbf.writeMessage(14, writeText, entry);
  return pbf.finish() as Uint8Array<ArrayBuffer>;
}

function writeText([key, value]: [string, string], pbf: PbfWriter): void {
  pbf.writeStringField(1, key);
  pbf.writeStringField(2, value);
}

function writeGraph({ nodes, constants, input, output }: OnnxGraph, pbf: PbfWriter): void {
  for (const node of nodes) pbf.writeMessage(1, writeNode, node);
  pbf.writeStringField(2, "futago");
  for (const constant of constants) pbf.writeMessage(5, writeConstant, constant);
  pbf.writeMessage(11, writeValue, input);
  pbf.writeMessage(12, writeValue, output);
}

function writeNode({ op, name, inputs, output, attributes }: OnnxNode, pbf: PbfWriter): void {
  for (const input of inputs) pbf.writeStringField(1, input);
  pbf.writeStringField(2, output);
  pbf.writeStringField(3, name);
  pbf.writeStringField(4, op);
  for (const entry of Object.entries(attributes)) pbf.writeMessage(5, writeAttribute, entry);
}

function writeAttribute([name, value]: [string, OnnxAttribute], pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  if (typeof value !== "number") {
    for (const item of value) pbf.writeVarintField(8, item);
    pbf.writeVarintField(20, intsType);
  } else if (floats.has(name)) {
    pbf.writeFloatField(2, value);
    pbf.writeVarintField(20, floatType);
  } else {
    pbf.writeVarintField(3, value);
    pbf.writeVarintField(20, intType);
  }
}

/** The values are bytes as they lie in memory: ONNX, too, has the low byte first. */
function writeConstant([name, { shape, data }]: [string, OnnxConstant], pbf: PbfWriter): void {
  for (const length of shape) pbf.writeVarintField(1, length);
  pbf.writeVarintField(2, data instanceof Float32Array ? float32 : int64);
  pbf.writeStringField(8, name);
  pbf.writeBytesField(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

function writeValue({ name, shape }: OnnxValue, pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  pbf.writeMessage(2, (_, pbf) => {
    pbf.writeMessage(1, (_, pbf) => {
      pbf.writeVarintField(1, float32);
      pbf.writeMessage(2, writeShape, shape);
    }, null);
  }, null);
}

function writeShape(shape: readonly number[], pbf: PbfWriter): void {
  pbf.writeMessage(1, (_, pbf) => pbf.writeStringField(2, "batch"), null);
  for (const length of shape) {
    pbf.writeMessage(1, (_, pbf) => pbf.writeVarintField(1, length), null);
  }
}
