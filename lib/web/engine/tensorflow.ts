/**
 * TensorFlow.js for the worker of a page: the core alone. The whole package also starts its layers,
 * converters, data sets and WebGL, which a page would load for nothing.
 *
 * @module
 */
export * from "@tensorflow/tfjs-core";
