// Our kernels for WebAssembly, on TensorFlow.js's memory. A kernel computes one item of a job. Any
// thread may take any item, in any order, and no two items write to the same memory.

export { batchMoments } from "./batch_moments";
export { batchNorm } from "./batch_norm";
export { batchNormGradient } from "./batch_norm_gradient";
export { batchNormSums } from "./batch_norm_sums";
export { batchStatistics } from "./batch_statistics";
export { firstNonFinite } from "./first_non_finite";
export { implicitGemm } from "./implicit_gemm";
export { depthwiseDirect } from "./depthwise_direct";
export { l2Normalize } from "./l2_normalize";
export { mineRows } from "./mine_rows";
export { momentUpdate } from "./moment_update";
export { packPanels } from "./pack_panels";
export { packWinograd } from "./pack_winograd";
export { pairwiseDistances } from "./pairwise_distances";
export { filterGradientGemm } from "./filter_gradient_gemm";
export { depthwiseFilterGradient } from "./depthwise_filter_gradient";
export { scheduleFreeUpdate } from "./schedule_free_update";
export { squaredNorms } from "./squared_norms";
export { sumRows } from "./sum_rows";
export { sumPartials } from "./sum_partials";
export { winograd } from "./winograd";
