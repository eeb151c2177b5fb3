"""Writes tests/images/fixtures/fits.json: what Pillow makes of images that are not square.

    pip install pillow==13.0.0 numpy==2.4.6
    python tests/reference/fits.py
    deno fmt tests/images/fixtures
"""

import base64
import json
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

SIZE = 12


def text(image):
    return base64.b64encode(np.asarray(image).tobytes()).decode()


results = []
for width, height in ((20, 10), (9, 27), (4, 6), (40, 7)):
    # The same bytes as in the test.
    i = np.arange(width * height * 3, dtype=np.uint32)
    image = Image.fromarray(((i * np.uint32(2654435761)) >> np.uint32(24)).astype(np.uint8).reshape(height, width, 3))
    side = min(width, height)
    left, top = (width - side) // 2, (height - side) // 2
    square = image.crop((left, top, left + side, top + side))
    results.append({
        "width": width,
        "height": height,
        "crop": text(square.resize((SIZE, SIZE), Image.Resampling.BILINEAR)),
        "pad": text(ImageOps.pad(image, (SIZE, SIZE), Image.Resampling.BILINEAR, color="black")),
    })
target = Path(__file__).parent.parent / "images/fixtures/fits.json"
target.write_text(json.dumps({"size": SIZE, "images": results}))
