// A triplet with -1 in it is none.
fn isTriplet(t : i32) -> bool {
  return anchors[t] >= 0 && positives[t] >= 0 && negatives[t] >= 0;
}
