import { encodeSafetensors } from "../../../lib/model_file/write_safetensors.ts";
import { parseSafetensors } from "../../../lib/model_file/parse_safetensors.ts";
import type { FileTensor } from "../../../lib/model_file/tensor_file.ts";
import type { Chance } from "./chance.ts";
import { mutateBytes } from "./mutate_bytes.ts";
import { hostileNames, mutateJson } from "./mutate_json.ts";

const numbers = [NaN, Infinity, -Infinity, 0, -1, 3.4e38, 1e-45];

/** Mutates a safetensors file: its bytes, or what it holds, in a file that is sound as such. */
export function mutateModelFile(bytes: Uint8Array, chance: Chance): Uint8Array<ArrayBuffer> {
  if (chance.below(6) === 0) return mutateBytes(bytes, chance);
  // Without its hash, which would tell of all that comes.
  const { tensors, metadata: { contentHash: _, ...metadata } } = parseSafetensors(bytes, "base");
  const mutated = new Map(tensors);
  const name = chance.of([...mutated.keys()]), tensor = mutated.get(name)!;
  const key = chance.of(Object.keys(metadata));
  switch (chance.below(8)) {
    case 0:
      mutated.delete(name);
      break;
    case 1:
      mutated.set(chance.of(hostileNames.filter((name) => name !== "__metadata__")), tensor);
      break;
    case 2:
      mutated.set(name, { ...tensor, data: new Int32Array(tensor.data.length) });
      break;
    case 3:
      mutated.set(name, { ...tensor, data: spoilt(tensor, chance) });
      break;
    case 4:
      mutated.set(name, misshapen(tensor, chance));
      break;
    default:
      // Most of all what is no tensor, since there is more that can be told of it.
      return encodeSafetensors({
        tensors,
        metadata: { ...metadata, [key]: lie(metadata[key]!, chance) },
      });
  }
  return encodeSafetensors({ tensors: mutated, metadata });
}

function spoilt({ data }: FileTensor, chance: Chance): Float32Array<ArrayBuffer> {
  const spoilt = Float32Array.from(data);
  spoilt[chance.below(Math.max(1, spoilt.length))] = chance.of(numbers);
  return spoilt;
}

function misshapen({ shape, data }: FileTensor, chance: Chance): FileTensor {
  const kind = chance.below(3);
  if (kind === 0) return { shape: [...shape, 1], data };
  if (kind === 1) return { shape: shape.toReversed(), data };
  return { shape: [3], data: new Float32Array(3) };
}

function lie(text: string, chance: Chance): string {
  try {
    return mutateJson(JSON.parse(text), chance);
  } catch {
    return chance.of([...hostileNames, "0", "resnet50", "tiny", "0.1.1", "1.0.0", "999999999.0.0"]);
  }
}
