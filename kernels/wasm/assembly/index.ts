// What WebAssembly computes of our own, on TensorFlow.js's memory. A kernel takes one item of a job;
// items may be taken in any order, by any thread, and no two write to the same place.

export { gatheredProduct } from "./gathered_product";
export { packPanels } from "./pack_panels";
export { scatteredProduct } from "./scattered_product";
