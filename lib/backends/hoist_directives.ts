const directive = /^enable .*;$/gm;

/**
 * Makes a device accept shaders whose directives, such as `enable f16;`, follow declarations. WGSL
 * wants directives first, but TensorFlow.js puts its own declarations before a program's text.
 */
export function hoistDirectives(device: GPUDevice): GPUDevice {
  const create = device.createShaderModule.bind(device);
  device.createShaderModule = (shader) => {
    const directives = shader.code.match(directive) ?? [];
    return create({
      ...shader,
      code: [...directives, shader.code.replaceAll(directive, "")].join("\n"),
    });
  };
  return device;
}
