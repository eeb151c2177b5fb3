/**
 * What a machine offers, and every kernel checked on it.
 *
 * @module
 */
export type { KernelCheck } from "../../kernels/checks/kernel_check.ts";
export type { KernelVerdict } from "../../kernels/checks/run_checks.ts";
export type { AdapterFacts } from "../backends/webgpu.ts";
export type { BackendVerdict, Diagnosis } from "./diagnosis.ts";
export type { Values } from "../../kernels/runtime/register_op.ts";
export { examineMachine, type ExamineOptions } from "./examine_machine.ts";
export type { MachineFacts } from "./machine_facts.ts";
export type { WebGpuImplementation } from "./webgpu_implementation.ts";
export type { AdapterFeature, AdapterLimit, AdapterSummary } from "../backends/webgpu.ts";
export type {
  CheckInputs,
  CheckTensors,
  KernelBackend,
} from "../../kernels/checks/kernel_check.ts";
