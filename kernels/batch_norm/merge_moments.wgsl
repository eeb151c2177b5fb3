// Moments of four channels over some rows, and the merging of two of them (Chan et al., 1983).

struct Moments {
  mean : vec4<f32>,
  // Sum of the squared deviations from the mean.
  squares : vec4<f32>,
  count : f32,
}

fn merged(a : Moments, b : Moments) -> Moments {
  if (b.count == 0.0) { return a; }
  let count = a.count + b.count;
  let difference = b.mean - a.mean;
  let fraction = b.count / count;
  return Moments(
    a.mean + difference * fraction,
    a.squares + b.squares + difference * difference * (a.count * fraction),
    count);
}
