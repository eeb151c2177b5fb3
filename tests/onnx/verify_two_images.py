import numpy, onnxruntime
from PIL import Image, ImageOps

model = onnxruntime.InferenceSession("faces.onnx")
facts = model.get_modelmeta().custom_metadata_map
size = (int(facts["imageSize"]),) * 2

def embed(path):
    image = ImageOps.exif_transpose(Image.open(path)).convert("RGB").resize(size, Image.BILINEAR)
    return model.run(None, {"image": numpy.float32(image).transpose(2, 0, 1)[None]})[0][0]

similarity = embed("A.jpg") @ embed("B.jpg")
print("same" if similarity >= float(facts["threshold"]) else "different", similarity)
