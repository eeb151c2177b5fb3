// The activation named by the constant ACTIVATION, and its derivative.

const RELU = 1;
const RELU6 = 2;
const SILU = 3;

fn sigmoid(z : vec4<f32>) -> vec4<f32> {
  return 1.0 / (1.0 + exp(-z));
}

fn activate(z : vec4<f32>) -> vec4<f32> {
  if (ACTIVATION == RELU) { return max(z, vec4<f32>()); }
  if (ACTIVATION == RELU6) { return clamp(z, vec4<f32>(), vec4<f32>(6.0)); }
  if (ACTIVATION == SILU) { return z * sigmoid(z); }
  return z;
}

fn slope(z : vec4<f32>) -> vec4<f32> {
  let above = vec4<f32>(z > vec4<f32>());
  if (ACTIVATION == RELU) { return above; }
  if (ACTIVATION == RELU6) { return above * vec4<f32>(z < vec4<f32>(6.0)); }
  if (ACTIVATION == SILU) {
    let gate = sigmoid(z);
    return gate * (1.0 + z * (1.0 - gate));
  }
  return vec4<f32>(1.0);
}
