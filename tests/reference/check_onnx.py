"""Checks an ONNX file by ONNX's own rules, and computes embeddings with ONNX Runtime.

    pip install onnx==1.23.2 onnxruntime==1.32.0 numpy==2.4.6
    python tests/reference/check_onnx.py MODEL.onnx BATCH...

It prints JSON: the embeddings of batches of these sizes, whose pixels are 0, 1, 2 and so on, modulo 256,
and how many nodes the graph has.
"""

import json
import sys

import numpy as np
import onnx
import onnxruntime

path, *batches = sys.argv[1:]
model = onnx.load(path)
onnx.checker.check_model(model, full_check=True)
inferred = onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True, data_prop=True)
session = onnxruntime.InferenceSession(path)
(image,), (embedding,) = session.get_inputs(), session.get_outputs()
embeddings = []
for batch in map(int, batches):
    shape = (batch, *image.shape[1:])
    pixels = np.arange(np.prod(shape)).reshape(shape) % 256
    (found,) = session.run(None, {image.name: pixels.astype(np.float32)})
    embeddings.append(found.tolist())
print(json.dumps({
    "nodes": len(model.graph.node),
    "shapes": {value.name: value.shape for value in (image, embedding)},
    "output": [dim.dim_param or dim.dim_value for dim in inferred.graph.output[0].type.tensor_type.shape.dim],
    "embeddings": embeddings,
}))
