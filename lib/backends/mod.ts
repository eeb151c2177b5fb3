/**
 * Backends of TensorFlow.js: WebGPU, WebAssembly, and the plain processor.
 *
 * @module
 */
export { type BackendName, type OpenBackend, openBackend } from "./open_backend.ts";
