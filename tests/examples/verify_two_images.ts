// Says whether two images show the same identity: deno run -A verify_two_images.ts RUN A B
import { loadVerifier, readImage, verifyPair } from "../../mod.ts";

const [run, a, b] = Deno.args as [string, string, string];

using verifier = await loadVerifier(run);
const verdict = await verifyPair(verifier, await readImage(a), await readImage(b));
console.log(verdict.same ? "same" : "different", verdict.similarity.toFixed(4));
console.log(`wrong on ${(100 * verdict.far).toFixed(2)} % of pairs of two identities`);
