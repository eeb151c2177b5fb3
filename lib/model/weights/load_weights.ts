import { join } from "node:path";
import { readLayersModel } from "../../model_file/read_layers_model.ts";
import { readSafetensors } from "../../model_file/read_safetensors.ts";
import { message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";
import { mobileNetV1Weights } from "./mobilenet_v1_weights.ts";
import type { EmbeddingModel } from "../embedding_model.ts";
import { tensorNames, weightMismatches } from "./weight_faults.ts";
import { assignWeights, type Weights } from "./weights.ts";

/** What came of {@linkcode loadWeights}. */
export interface LoadedWeights {
  /** Tensors that were set. */
  readonly set: number;
  /** Names of the file's tensors that have no place in the model: a classifier's, another head's. */
  readonly ignored: readonly string[];
}

/** The one backbone that layers models are read for. */
export const layersBackbone = "mobilenetv1_075";
/** A classifier's tensors, as timm names them, and BatchNorm's counters. */
const needless = /^(classifier|fc)\.|\.num_batches_tracked$/;
/** The model's linear layer from features to embeddings. */
const head = /^head\./;

/**
 * Sets a model's backbone to weights from a file, and its head as well where the file has one of the
 * same shape; a head that it lacks stays as it was drawn.
 *
 * @param path a safetensors file under timm's names; or for `mobilenetv1_075` Keras's network as a
 *   TensorFlow.js layers model, by its folder or its `model.json`
 * @throws {UserError} when there is no such file, it is damaged, or it is of another network: tensors
 *   that are missing, extra or misshapen are named, and nothing is set
 */
export async function loadWeights(model: EmbeddingModel, path: string): Promise<LoadedWeights> {
  const { name } = model.backbone;
  const weights = await readWeightsFile(path, name);
  const all = model.parameters.all();
  const ofHead = all.filter((parameter) => head.test(parameter.name));
  const headFits = weightMismatches(ofHead, weights).length === 0;
  const chosen = headFits ? all : all.filter((parameter) => !ofHead.includes(parameter));

  const places = new Set(chosen.map((parameter) => parameter.name));
  const placeless = [...weights.keys()].filter((key) => !places.has(key));
  const extra = placeless.filter((key) => !needless.test(key) && !head.test(key));
  const faults = weightMismatches(chosen, weights);
  if (extra.length > 0) faults.push(message`it has besides the ${tensorNames(extra)}`);
  if (faults.length > 0) {
    throw new UserError(
      message`cannot use ${path} for ${name}: ${
        faults.reduce((all, fault) => message`${all}; ${fault}`)
      }; name weights of that backbone`,
    );
  }
  assignWeights({ all: () => chosen }, weights, path);
  return { set: chosen.length, ignored: placeless };
}

/** Reads either kind of file into PyTorch's layout. */
async function readWeightsFile(path: string, backbone: string): Promise<Weights> {
  try {
    const { isDirectory } = await Deno.stat(path);
    const layersModel = isDirectory ? join(path, "model.json") : path;
    if (!layersModel.endsWith(".json")) return (await readSafetensors(path)).tensors as Weights;
    if (backbone !== layersBackbone) {
      throw new UserError(
        message`cannot use ${path} for ${backbone}: TensorFlow.js layers models are read for
          ${layersBackbone} alone; name a safetensors file, or choose that backbone`,
      );
    }
    return mobileNetV1Weights((await readLayersModel(layersModel)).tensors as Weights);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError(
      message`cannot load weights from "${path}": wanted a safetensors file or a folder of a
        TensorFlow.js layers model, found none or not all of its files; give the path of one`,
    );
  }
}
