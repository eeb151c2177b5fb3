import type { PeerFigures } from "./beside_torch.ts";
import { compareMining } from "./compare_mining.ts";
import { compareTraining } from "./compare_training.ts";
import { TorchPeer, type TorchVersions } from "./torch_peer.ts";

/** What was found, or why PyTorch was left out. */
export type PeersOutcome =
  | { readonly versions: TorchVersions; readonly figures: PeerFigures[] }
  | { readonly leftOut: string };

const trainings = [
  { backbone: "tiny", batch: 32, imageSize: 64, times: 10, rounds: 7 },
  { backbone: "tf_efficientnetv2_b0", batch: 4, imageSize: 224, times: 1, rounds: 3 },
] as const;
const minings = [
  { rows: 1024, times: 4, rounds: 5 },
  { rows: 4096, times: 1, rounds: 3 },
] as const;

/**
 * Measures training steps and mining beside PyTorch, where the `python3` of the PATH has it; the
 * networks that timm brings take that as well. Both compute in 32 bits.
 */
export async function benchPeers(): Promise<PeersOutcome> {
  const started = await TorchPeer.start();
  if (typeof started === "string") return { leftOut: started };
  const { peer, versions } = started;
  const figures: PeerFigures[] = [];
  try {
    for (const training of trainings) {
      if (training.backbone === "tiny" || versions.timm) {
        figures.push(await compareTraining(peer, training));
      }
    }
    for (const mining of minings) figures.push(await compareMining(peer, mining));
  } finally {
    await peer.close();
  }
  return { versions, figures };
}
