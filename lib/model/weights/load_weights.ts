import { UserError } from "../../language/user_error.ts";
import { readLayersModel } from "../../model_file/read_layers_model.ts";
import { readSafetensors } from "../../model_file/read_safetensors.ts";
import type { Backbone } from "../backbones/backbone.ts";
import { backbones } from "../backbones/registry.ts";
import type { Parameters } from "../layers/parameters.ts";
import { weightMessages } from "./messages.ts";
import { mobileNetV1Weights } from "./mobilenet_v1_weights.ts";
import type { Weights } from "./pytorch_layout.ts";
import { joinFaults, tensorNames, weightMismatches } from "./require_weights.ts";
import { assignWeights } from "./weights.ts";
import { weightsFile } from "./weights_file.ts";

/** What {@linkcode loadWeights} did. */
export interface LoadedWeights {
  /** Number of tensors that were set. */
  readonly set: number;
  /** Names of the file's tensors that have no place in the model: a classifier's, another head's. */
  readonly ignored: readonly string[];
}

/** A classifier's tensors, as timm names them, and BatchNorm's counters. */
const ignorable = /^(classifier|fc)\.|\.num_batches_tracked$/;
/** The model's linear layer from features to embeddings. */
const head = /^head\./;

/**
 * Sets a model's backbone to weights from a file, and its head as well if the file has one of the same
 * shape. A head that the file lacks keeps its initial values.
 *
 * @param path a safetensors file under timm's names; the folder of a run; or, for a backbone with
 *   `hasLayersModel`, Keras's network as a TensorFlow.js layers model, by its folder or its `model.json`
 * @throws {UserError} if there is no such file, it is a file of another program, it is damaged, or it is of another network; the message
 *   names tensors that are missing, extra or of another shape, and nothing is set
 */
export async function loadWeights(
  { backbone, parameters }: {
    readonly backbone: Pick<Backbone, "name" | "hasLayersModel">;
    readonly parameters: Parameters;
  },
  path: string,
): Promise<LoadedWeights> {
  const weights = await readWeightsFile(path, backbone);
  const all = parameters.all();
  const ofHead = all.filter((parameter) => head.test(parameter.name));
  const headFits = weightMismatches(ofHead, weights).length === 0;
  const chosen = headFits ? all : all.filter((parameter) => !ofHead.includes(parameter));

  const places = new Set(chosen.map((parameter) => parameter.name));
  const placeless = [...weights.keys()].filter((key) => !places.has(key));
  const extra = placeless.filter((key) => !ignorable.test(key) && !head.test(key));
  const faults = weightMismatches(chosen, weights);
  if (extra.length > 0) faults.push(weightMessages.extra({ tensors: tensorNames(extra) }));
  if (faults.length > 0) {
    throw new UserError(
      weightMessages.unfitFile({ path, backbone: backbone.name, faults: joinFaults(faults) }),
    );
  }
  assignWeights({ all: () => chosen }, weights, path);
  return { set: chosen.length, ignored: placeless };
}

/** Reads either kind of file into PyTorch's layout. */
async function readWeightsFile(
  path: string,
  { name, hasLayersModel }: Pick<Backbone, "name" | "hasLayersModel">,
): Promise<Weights> {
  const file = await weightsFile(path);
  try {
    if (!file.endsWith(".json")) return (await readSafetensors(file)).tensors as Weights;
    if (!hasLayersModel) {
      const able = backbones.filter(({ hasLayersModel }) => hasLayersModel);
      const others = able.map(({ name }) => name).join(", ");
      throw new UserError(weightMessages.layersModelUnfit({ path, backbone: name, others }));
    }
    return mobileNetV1Weights((await readLayersModel(file)).tensors as Weights);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError(weightMessages.fileMissing({ path }));
  }
}
