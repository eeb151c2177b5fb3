import { benchPeers } from "../peers/peers.ts";
import type { Findings } from "./findings.ts";

/** Training steps and mining on WebAssembly beside PyTorch's. */
export async function measurePeers(): Promise<Findings> {
  const peers = await benchPeers();
  if ("leftOut" in peers) {
    return { rows: [["PyTorch's side", `left out: ${peers.leftOut}`]], document: { peers } };
  }
  const milliseconds = (seconds: number) => `${(1000 * seconds).toFixed(1)} ms`;
  return {
    rows: peers.figures.map(({ what, seconds, peerSeconds, againstPeer }) => [
      `${what}, wasm`,
      `${milliseconds(seconds)}; PyTorch ${peers.versions.torch} ` +
      `${
        Object.entries(peerSeconds).map(([how, its]) => `${milliseconds(its)} (${how})`).join(
          ", ",
        )
      }; ${againstPeer.toFixed(2)} x as fast as its fastest`,
    ]),
    document: { peers },
  };
}
