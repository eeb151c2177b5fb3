"""Writes tests/model/backbones/timm.json: what timm's networks make of weights and pictures that a
formula fills in, which tests/model/backbones/formula.ts computes again.

    pip install timm==1.0.31 torch==2.15.0 numpy==2.4.6
    python tests/reference/backbones.py
    deno fmt tests/model/backbones
"""

import json
from pathlib import Path

import numpy as np
import timm
import torch

# Running variances at which pictures stay apart and float32's rounding stays small: gates of a deep
# network make chaos of activations that grow.
VARIANCES = {
    "tf_efficientnetv2_b0": 1, "tf_efficientnetv2_b1": 1.1, "tf_efficientnetv2_b2": 1.2,
    "tf_efficientnetv2_b3": 1.2, "tf_efficientnetv2_s": 1.4, "tf_efficientnetv2_m": 1.6,
    "tf_efficientnet_lite0": 1, "mobilenetv2_100": 1, "resnet18": 1, "resnet50": 1.5,
}
BATCH, SIDE, FEATURES, ELEMENTS = 4, 64, 24, 4


def draws(name, size):
    """Numbers from -1 to 1: the finaliser of MurmurHash3 over FNV-1a of the name and the place."""
    seed = 2166136261
    for byte in name.encode():
        seed = (seed ^ byte) * 16777619 % 2**32
    h = np.arange(size, dtype=np.uint32) * np.uint32(0x9E3779B9) + np.uint32(seed)
    h ^= h >> np.uint32(16)
    h *= np.uint32(0x85EBCA6B)
    h ^= h >> np.uint32(13)
    h *= np.uint32(0xC2B2AE35)
    h ^= h >> np.uint32(16)
    return torch.from_numpy(h.astype(np.float64) / 2**31 - 1)


def fill(model, variance, opened):
    """Sane scales. Opened, all ReLUs are within their slope: one that float32's rounding turns over
    would move gradients more than they are compared to."""
    for name, tensor in model.state_dict().items():
        if not tensor.is_floating_point():
            continue
        u = draws(name, tensor.numel()).reshape(tensor.shape)
        if tensor.ndim > 1:
            tensor.copy_(u * (6 / tensor[0].numel()) ** 0.5)
        elif name.endswith("running_var"):
            tensor.copy_(variance * (1 + 0.5 * u))
        elif name.endswith("weight"):
            tensor.copy_((0.7 if opened else 1) * (1 + 0.2 * u))
        elif name.endswith("bias"):
            tensor.copy_((3 if opened else 0) + 0.1 * u)
        else:
            tensor.copy_(0.1 * u)


def pictures():
    """Coarse squares and some noise: [n, 3, side, side]."""
    coarse = draws("coarse", BATCH * 3 * 16).reshape(BATCH, 3, 4, 4)
    coarse = coarse.repeat_interleave(SIDE // 4, 2).repeat_interleave(SIDE // 4, 3)
    return coarse + 0.3 * draws("fine", BATCH * 3 * SIDE * SIDE).reshape(BATCH, 3, SIDE, SIDE)


def rounded(tensor):
    return [float(f"{x:.6g}") for x in tensor.flatten().tolist()]


def some(tensor, count):
    """Numbers at even distances, and the largest, to which differences are compared."""
    flat = tensor.detach().flatten()
    values = flat[torch.arange(count) * len(flat) // count]
    return {"largest": rounded(flat.abs().max())[0], "values": rounded(values)}


def reference(name, variance):
    model = timm.create_model(name, num_classes=0).double()
    images = pictures()
    opened = "efficientnetv2" not in name
    with torch.no_grad():
        fill(model, variance, opened=False)
        embedded = model.eval()(images)
        fill(model, variance, opened)
    features = model.train()(images)
    (features * draws("pattern", features.numel()).reshape(features.shape)).sum().backward()
    gradients = {key: value.grad for key, value in sorted(model.named_parameters())}
    norms = {key: gradient.norm() for key, gradient in gradients.items()}
    # What a norm takes away again has no gradient but noise.
    real = [key for key in gradients if norms[key] > 1e-6]
    running = [key for key in model.state_dict() if "running" in key]
    config = model.default_cfg
    return {
        "name": name,
        "imageSize": config["input_size"][1],
        "mean": config["mean"],
        "std": config["std"],
        "features": features.shape[1],
        "variance": variance,
        "opened": opened,
        "evaluation": some(embedded, FEATURES),
        "training": some(features, FEATURES),
        # In the order of the names, so that the names need not be kept.
        "norms": rounded(torch.stack(list(norms.values()))),
        "gradients": {key: some(gradients[key], ELEMENTS) for key in real[:: len(real) // 12]},
        "running": {key: rounded(model.state_dict()[key][:2]) for key in running[:2] + running[-2:]},
    }


target = Path(__file__).parent.parent / "model" / "backbones" / "timm.json"
lines = [json.dumps(reference(*item)) for item in VARIANCES.items()]
target.write_text("[\n" + ",\n".join(lines) + "\n]\n")
