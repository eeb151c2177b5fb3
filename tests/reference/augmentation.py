"""Writes tests/kernels/augmentation/torchvision.json: what torchvision makes of one small picture.

    pip install torch==2.15.0 torchvision==0.29.2
    python tests/reference/augmentation.py
"""

import base64
import json
import pathlib

import torch
from torchvision.transforms import InterpolationMode
from torchvision.transforms import functional as F

SIDE = 10

# The same bytes as in the test: (31 x + 17 y + 5 x y + 89 channel) mod 256.
x = torch.arange(SIDE).view(1, 1, SIDE)
y = torch.arange(SIDE).view(1, SIDE, 1)
channel = torch.arange(3).view(3, 1, 1)
picture = ((31 * x + 17 * y + 5 * x * y + 89 * channel) % 256).double() / 255

results = {
    "flip": F.hflip(picture),
    "rotation": F.rotate(picture, 15, interpolation=InterpolationMode.BILINEAR),
    "crop": F.resized_crop(picture, top=1, left=2, height=9, width=8, size=[SIDE, SIDE]),
    "brightness": F.adjust_brightness(picture, 1.2),
    "contrast": F.adjust_contrast(picture, 0.8),
    "saturation": F.adjust_saturation(picture, 1.2),
    "hue": F.adjust_hue(picture, 0.1),
    "hueBack": F.adjust_hue(picture, -0.4),
    "grey": F.rgb_to_grayscale(picture, num_output_channels=3),
    "blur": F.gaussian_blur(picture, kernel_size=9, sigma=1.3),
    "faintBlur": F.gaussian_blur(picture, kernel_size=3, sigma=0.3),
    "erase": F.erase(picture, i=2, j=3, h=4, w=5, v=torch.zeros(3, 1, 1)),
}


def encode(image):
    """Base64 of float32 values, [side, side, 3], little-endian."""
    return base64.b64encode(image.permute(1, 2, 0).float().contiguous().numpy().tobytes()).decode()


target = pathlib.Path(__file__).parent.parent / "kernels" / "augmentation" / "torchvision.json"
document = {"side": SIDE, "results": {name: encode(image) for name, image in results.items()}}
target.write_text(json.dumps(document, indent=2) + "\n")
