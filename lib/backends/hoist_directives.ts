const directive = /^enable .*;$/gm;

/**
 * Makes a device take shaders whose directives, such as `enable f16;`, stand behind declarations:
 * TensorFlow.js sets its own before a program's text, and WGSL wants directives first.
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
