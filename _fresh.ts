import { createSampleSet } from "./data/create_sample_set.ts";
await createSampleSet("/tmp/thr/data/fresh", { identities: 300, seed: 4711 });
