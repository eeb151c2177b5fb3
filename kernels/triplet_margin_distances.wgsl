// distances[0, t] from anchor to positive and distances[1, t] from anchor to negative of triplet t, 0
// for what is no triplet; a thread each.

fn main() {
  let count = uniforms.outShape.y;
  let triplet = i32(globalId.x);
  let kind = i32(globalId.y);
  if (triplet >= count) { return; }
  let place = kind * count + triplet;
  result[place] = 0.0;
  if (!isTriplet(triplet)) { return; }
  let dimension = uniforms.rowsShape.y;
  let anchor = anchors[triplet] * dimension;
  let other = select(negatives[triplet], positives[triplet], kind == 0) * dimension;
  var sum = 0.0;
  for (var k = 0; k < dimension; k++) {
    if (DISTANCE == COSINE) {
      sum += rows[anchor + k] * rows[other + k];
    } else {
      let difference = rows[anchor + k] - rows[other + k];
      sum += difference * difference;
    }
  }
  if (DISTANCE == COSINE) {
    sum = 1.0 - sum;
  } else if (DISTANCE == EUCLIDEAN) {
    sum = sqrt(sum);
  }
  result[place] = sum;
}
