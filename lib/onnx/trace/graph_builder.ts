import type { OnnxConstant, OnnxNode } from "../file/onnx_graph.ts";

/** The nodes and constants of a graph that is being written, each under a name of its own. */
export class GraphBuilder {
  /** In the order in which they were written. */
  readonly nodes: OnnxNode[] = [];
  /** By name. */
  readonly constants = new Map<string, OnnxConstant>();
  readonly #made = new Map<string, string>();
  readonly #ids = new WeakMap<object, number>();
  #nextId = 0;

  /**
   * Adds a node.
   *
   * @param inputs names of tensors
   * @returns the name of what it makes
   */
  node(op: string, inputs: readonly string[], attributes: OnnxNode["attributes"] = {}): string {
    const name = `${op}_${this.nodes.length}`;
    this.nodes.push({ op, name, inputs, output: name, attributes });
    return name;
  }

  /**
   * Adds a constant.
   *
   * @param wanted its name, unless another has it
   * @returns its name
   */
  constant(constant: OnnxConstant, wanted?: string): string {
    const free = wanted !== undefined && !this.constants.has(wanted);
    const name = free ? wanted : `constant_${this.constants.size}`;
    this.constants.set(name, constant);
    return name;
  }

  /** Adds whole numbers in one axis, such as a shape; the same ones once. */
  integers(values: readonly number[]): string {
    return this.once(this.constants, `integers ${values}`, () => {
      return this.constant({ shape: [values.length], data: BigInt64Array.from(values, BigInt) });
    });
  }

  /** Adds a number; the same one once. */
  number(value: number): string {
    return this.once(this.constants, `number ${value}`, () => {
      return this.constant({ shape: [], data: Float32Array.of(value) });
    });
  }

  /**
   * Makes something once.
   *
   * @param source what it is made from
   * @param form what it is made to
   * @returns the name that `make` gave the first time
   */
  once(source: object, form: string, make: () => string): string {
    const id = this.#ids.get(source) ?? this.#nextId++;
    this.#ids.set(source, id);
    const key = `${id} ${form}`;
    const name = this.#made.get(key) ?? make();
    this.#made.set(key, name);
    return name;
  }
}
