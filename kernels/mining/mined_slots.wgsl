// The planes of result[plane, row] that pass results between workgroups.

// An index and a score, for each kind and slot.
fn slotPlane(slot : i32, kind : i32) -> i32 {
  return 2 + 2 * (slot * KINDS + kind % KINDS);
}

fn fromSlot(slot : i32, kind : i32, first : i32) -> Best {
  let n = uniforms.outShape.y;
  let plane = slotPlane(slot, kind) * n;
  var best = nothing();
  for (var i = 0; i < 4; i++) {
    let row = min(first + i, n - 1);
    best.indices[i] = result[plane + row];
    best.scores[i] = bitcast<f32>(result[plane + n + row]);
  }
  return best;
}

fn intoPlane(plane : i32, first : i32, numbers : vec4<i32>) {
  let n = uniforms.outShape.y;
  for (var i = 0; i < 4; i++) {
    if (first + i < n) { result[plane * n + first + i] = numbers[i]; }
  }
}

fn intoSlot(slot : i32, kind : i32, first : i32, found : Best) {
  var best = found;
  if (uniforms.firstShift > 0.0) { best = better(best, fromSlot(slot, kind, first)); }
  intoPlane(slotPlane(slot, kind), first, best.indices);
  intoPlane(slotPlane(slot, kind) + 1, first, bitcast<vec4<i32>>(best.scores));
}

fn settle(kind : i32, first : i32, best : Best) {
  intoPlane(kind, first, best.indices);
  if (SEEK == FARTHEST) { intoPlane(1, first, bitcast<vec4<i32>>(best.scores)); }
}

fn pick(kind : i32, first : i32) {
  var best = nothing();
  for (var slot = 0; slot < 2 * SLOTS; slot++) {
    best = better(best, fromSlot(slot, kind, first));
  }
  settle(kind, first, best);
}
