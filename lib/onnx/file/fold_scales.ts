import type { OnnxConstant, OnnxGraph, OnnxNode } from "./onnx_graph.ts";

/** What works out to a sum of products, with the outputs on the first axis of its weight. */
const linear = new Set(["Conv", "Gemm"]);

/**
 * Moves factors and addends of channels that follow a convolution or a linear layer, such as a
 * BatchNorm's, into its weight and bias, and drops constants that are not used.
 *
 * @returns a graph that computes the same with fewer nodes
 */
export function foldScales(graph: OnnxGraph): OnnxGraph {
  const constants = new Map(graph.constants);
  const uses = countUses(graph);
  const nodes = new Map<string, OnnxNode>();
  /** What took the place of a tensor whose node is gone. */
  const replaced = new Map<string, string>();
  for (const { inputs, ...node } of graph.nodes) {
    const found = { ...node, inputs: inputs.map((name) => replaced.get(name) ?? name) };
    const folded = node.output === graph.output.name ? undefined : fold(found);
    if (folded) {
      replaced.set(node.output, folded.output);
      uses.set(folded.output, uses.get(node.output) ?? 0);
    }
    const { output } = folded ?? found;
    nodes.set(output, folded ?? found);
  }
  const found = { ...graph, nodes: [...nodes.values()] };
  const used = countUses(found);
  return { ...found, constants: new Map([...constants].filter(([name]) => used.has(name))) };

  /** The node before this one, if it can do the work of both. */
  function fold({ op, inputs }: OnnxNode): OnnxNode | undefined {
    if (op !== "Mul" && op !== "Add") return undefined;
    for (const [from, other] of [inputs, inputs.toReversed()] as [string, string][]) {
      const before = nodes.get(from), constant = constants.get(other);
      if (!before || !constant || !linear.has(before.op) || uses.get(from) !== 1) continue;
      const [x, weight, bias] = before.inputs as [string, string, string?];
      if (uses.get(weight) !== 1) continue;
      const channels = constants.get(weight)!.shape[0]!;
      const values = perChannel(constant, channels, before.op);
      if (!values) continue;
      if (op === "Mul") scaleRows(weight, values);
      if (op === "Mul" && bias === undefined) return before;
      const offset = bias === undefined ? new Float32Array(channels) : floats(constants.get(bias)!);
      const data = offset.map((b, i) => op === "Mul" ? b * values[i]! : b + values[i]!);
      const name = bias ?? biasName(weight, other);
      constants.set(name, { shape: [channels], data });
      uses.set(name, 1);
      return { ...before, inputs: [x, weight, name] };
    }
    return undefined;
  }

  function scaleRows(weight: string, factors: Float32Array): void {
    const { shape, data } = constants.get(weight)!;
    const length = data.length / factors.length;
    const scaled = floats({ shape, data }).map((w, i) => w * factors[Math.floor(i / length)]!);
    constants.set(weight, { shape, data: scaled });
  }

  function biasName(weight: string, addend: string): string {
    const name = `${weight.replace(/\.weight$/, "")}.bias`;
    const free = !constants.has(name) || name === addend && uses.get(addend) === 1;
    return free ? name : `${weight}.bias`;
  }
}

/** How often each tensor is used. The output counts once more. */
function countUses({ nodes, output }: OnnxGraph): Map<string, number> {
  const uses = new Map([[output.name, 1]]);
  for (const name of nodes.flatMap(({ inputs }) => inputs)) {
    uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return uses;
}

/** A number for each channel of what a node makes, if that is what a constant is. */
function perChannel(
  { shape, data }: OnnxConstant,
  channels: number,
  op: string,
): Float32Array | undefined {
  const [rank, axis] = op === "Conv" ? [4, shape.length - 3] : [2, shape.length - 1];
  if (shape.length > rank) return undefined;
  if (data.length === 1) return new Float32Array(channels).fill(Number(data[0]));
  const isVector = data.length === channels && shape[axis] === channels;
  return isVector ? floats({ shape, data }) : undefined;
}

function floats({ data }: OnnxConstant): Float32Array {
  if (data instanceof Float32Array) return data;
  throw new TypeError("expected floats");
}
