"""Opens Futago's model files in timm, and embeds with them.

    pip install timm==1.0.31 torch==2.15.0 safetensors==0.8.0
    python tests/reference/open_in_timm.py RUN/model.safetensors...

For each model it prints a line of JSON: the embeddings of two images whose pixels are 0, 1, 2 and so on,
modulo 256.
"""

import json
import sys

import timm
import torch
from safetensors import safe_open


def open_model(path):
    """The model in timm, which ends in a linear layer whose outputs are the embedding."""
    with safe_open(path, "pt") as file:
        facts = file.metadata()
        weights = {name: file.get_tensor(name) for name in file.keys()}
    model = timm.create_model(facts["backbone"], num_classes=int(facts["embeddingSize"])).eval()
    head = model.pretrained_cfg["classifier"]
    model.load_state_dict({name.replace("head.", f"{head}.", 1) if name.startswith("head.") else name: weight
                           for name, weight in weights.items()})
    return model, facts


def embed(model, facts, pixels):
    """Embeddings of unit length of pixels from 0 to 255, [n, 3, side, side]."""
    mean, std = (torch.tensor(json.loads(facts[key])).reshape(3, 1, 1) for key in ("mean", "std"))
    with torch.no_grad():
        return torch.nn.functional.normalize(model((pixels / 255 - mean) / std))


for path in sys.argv[1:]:
    model, facts = open_model(path)
    shape = (2, 3, int(facts["imageSize"]), int(facts["imageSize"]))
    pixels = torch.arange(torch.Size(shape).numel()).reshape(shape) % 256
    print(json.dumps(embed(model, facts, pixels.float()).tolist()))
