/**
 * Puts Dawn in the place of Deno's WebGPU: `deno run --allow-ffi --allow-env --preload use_dawn.ts`. The
 * variable DAWN_BACKEND names Dawn's backend: "vulkan" computes, "null" only compiles.
 *
 * @module
 */
import { dawnPackage } from "./dawn_package.ts";

const { create, globals } = await import(`npm:${dawnPackage}`);
Object.assign(globalThis, globals);
const gpu = create([
  `backend=${Deno.env.get("DAWN_BACKEND")}`,
  // Kernels do not need memory of workgroups to start as 0, which takes SwiftShader long to compile.
  "enable-dawn-features=disable_workgroup_init",
]);
Object.defineProperty(navigator, "gpu", { value: gpu });

// Devices have the limits of the weakest that WebGPU allows, whatever a program asks for.
const { requestDevice } = GPUAdapter.prototype;
GPUAdapter.prototype.requestDevice = function (descriptor) {
  return requestDevice.call(this, { ...descriptor, requiredLimits: {} });
};
