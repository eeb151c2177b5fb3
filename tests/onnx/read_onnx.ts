import { PbfReader } from "pbf";

/** A node as read back. */
export interface ReadNode {
  op: string;
  name: string;
  inputs: string[];
  outputs: string[];
}

/** What an ONNX file says, values aside. */
export interface ReadModel {
  irVersion: number;
  producer: string;
  producerVersion: string;
  opsets: [domain: string, version: number][];
  nodes: ReadNode[];
  /** Shape, type and number of bytes of each constant, by name. */
  constants: Map<string, { dims: number[]; type: number; bytes: number }>;
  inputs: ReadValue[];
  outputs: ReadValue[];
  metadata: Record<string, string>;
}

/** A tensor that goes in or out: its type, and the length, or the name of the length, of each axis. */
export interface ReadValue {
  name: string;
  type: number;
  dims: (number | string)[];
}

/** Reads an ONNX file with none of the project's code. */
export function readOnnx(bytes: Uint8Array): ReadModel {
  const model: ReadModel = {
    irVersion: 0,
    producer: "",
    producerVersion: "",
    opsets: [],
    nodes: [],
    constants: new Map(),
    inputs: [],
    outputs: [],
    metadata: {},
  };
  new PbfReader(bytes).readFields((tag, model, pbf) => {
    if (tag === 1) model.irVersion = pbf.readVarint();
    if (tag === 2) model.producer = pbf.readString();
    if (tag === 3) model.producerVersion = pbf.readString();
    if (tag === 7) pbf.readMessage(readGraph, model);
    if (tag === 8) {
      const opset: [string, number] = ["", 0];
      pbf.readMessage((tag) => {
        if (tag === 1) opset[0] = pbf.readString();
        if (tag === 2) opset[1] = pbf.readVarint();
      }, null);
      model.opsets.push(opset);
    }
    if (tag === 14) {
      const entry = ["", ""];
      pbf.readMessage((tag) => entry[tag - 1] = pbf.readString(), null);
      model.metadata[entry[0]!] = entry[1]!;
    }
  }, model);
  return model;
}

function readGraph(tag: number, model: ReadModel | undefined, pbf: PbfReader): void {
  if (tag === 1) {
    const node: ReadNode = { op: "", name: "", inputs: [], outputs: [] };
    pbf.readMessage((tag) => {
      if (tag === 1) node.inputs.push(pbf.readString());
      if (tag === 2) node.outputs.push(pbf.readString());
      if (tag === 3) node.name = pbf.readString();
      if (tag === 4) node.op = pbf.readString();
    }, null);
    model!.nodes.push(node);
  }
  if (tag === 5) {
    const constant = { dims: [] as number[], type: 0, bytes: 0 };
    let name = "";
    pbf.readMessage((tag) => {
      if (tag === 1) constant.dims.push(pbf.readVarint());
      if (tag === 2) constant.type = pbf.readVarint();
      if (tag === 8) name = pbf.readString();
      if (tag === 9) constant.bytes = pbf.readBytes().length;
    }, null);
    model!.constants.set(name, constant);
  }
  if (tag === 11) model!.inputs.push(readValue(pbf));
  if (tag === 12) model!.outputs.push(readValue(pbf));
}

function readValue(pbf: PbfReader): ReadValue {
  const value: ReadValue = { name: "", type: 0, dims: [] };
  pbf.readMessage((tag) => {
    if (tag === 1) value.name = pbf.readString();
    if (tag !== 2) return;
    pbf.readMessage((tag) => {
      if (tag === 1) {
        pbf.readMessage((tag) => {
          if (tag === 1) value.type = pbf.readVarint();
          if (tag === 2) {
            pbf.readMessage((tag) => {
              if (tag === 1) {
                pbf.readMessage((tag) => {
                  value.dims.push(tag === 1 ? pbf.readVarint() : pbf.readString());
                }, null);
              }
            }, null);
          }
        }, null);
      }
    }, null);
  }, null);
  return value;
}
