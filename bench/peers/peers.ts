import type { Findings } from "../findings.ts";
import type { PeerFigures } from "./beside_torch.ts";
import { compareMining } from "./compare_mining.ts";
import { compareTraining } from "./compare_training.ts";
import { TorchPeer, type TorchVersions } from "./torch_peer.ts";

/** The figures, or why PyTorch was left out. */
type PeersOutcome =
  | { readonly versions: TorchVersions; readonly figures: PeerFigures[] }
  | { readonly leftOut: string };

const trainings = [
  { backbone: "tiny", batch: 32, imageSize: 64, times: 10, rounds: 7 },
  { backbone: "tf_efficientnetv2_b0", batch: 4, imageSize: 224, times: 1, rounds: 3 },
] as const;
const minings = [
  { rows: 1024, times: 4, rounds: 5 },
  { rows: 4096, times: 1, rounds: 3 },
  { rows: 16_384, times: 1, rounds: 3 },
] as const;

/** Training steps and mining on WebAssembly beside PyTorch's. */
export async function measurePeers(): Promise<Findings> {
  const peers = await benchPeers();
  if ("leftOut" in peers) {
    return { rows: [["PyTorch", `left out: ${peers.leftOut}`]], document: { peers } };
  }
  const milliseconds = (seconds: number) => `${(1000 * seconds).toFixed(1)} ms`;
  return {
    rows: peers.figures.map(({ what, seconds, peerSeconds, againstPeer }) => {
      const theirs = Object.entries(peerSeconds)
        .map(([how, seconds]) => `${milliseconds(seconds)} (${how})`).join(", ");
      return [
        `${what}, wasm`,
        `${milliseconds(seconds)}; PyTorch ${peers.versions.torch} ${theirs}; ` +
        `${againstPeer.toFixed(2)} x as fast as its fastest`,
      ];
    }),
    document: { peers },
  };
}

/**
 * Measures training steps and mining beside PyTorch, if the `python3` of the PATH has it. The networks
 * of timm need that too. Both compute in float32.
 */
async function benchPeers(): Promise<PeersOutcome> {
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
