"""Writes tests/images/fixtures/generated_files.ts: the drawing of image_files.ts in HEIC, AVIF, JPEG 2000,
and Netpbm, and what Pillow, pillow-heif, and imagecodecs make of each file.

    pip install pillow==13.0.0 pillow-heif==1.8.1 imagecodecs==2026.3.6 numpy==2.4.6
    python tests/reference/image_files.py
    deno fmt tests/images/fixtures
"""

import base64
import io
import json
import re
import struct
from pathlib import Path

import imagecodecs
import numpy as np
import pillow_heif
from PIL import Image, ImageOps

pillow_heif.register_heif_opener()
fixtures = Path(__file__).parent.parent / "images/fixtures"
known = dict(re.findall(r'name: "(\w+\.png)",\s*shows: "[^"]*",\s*bytes:\s*"([^"]*)"',
                        (fixtures / "image_files.ts").read_text()))
rgb, rgba, gray, one_bit = (Image.open(io.BytesIO(base64.b64decode(known[name + ".png"])))
                            for name in ("rgb", "rgba", "gray", "oneBit"))


# --- HEIF ---

def box(name, *parts):
    content = b"".join(parts)
    return struct.pack(">I4s", 8 + len(content), name) + content


def full(name, *parts, version=0, flags=0):
    return box(name, struct.pack(">I", version << 24 | flags), *parts)


def find(data, *path):
    """The content of a box."""
    at = 0
    while at < len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        if name == path[0]:
            content = data[at + 8:at + size]
            return find(content[4:] if name == b"meta" else content, *path[1:]) if path[1:] else content
        at += size
    raise KeyError(path)


def encoded(image, mode=None, **options):
    """A HEIC file of pillow-heif."""
    out = io.BytesIO()
    if mode:
        pillow_heif.encode(mode, image.shape[1::-1], image.tobytes(), out, **options)
    else:
        image.save(out, "HEIF", **options)
    return out.getvalue()


SIDE = 64  # x265's smallest


def heif(image, columns=1, rows=1, properties=(), exif=b""):
    """A HEIC file as phones write them: tiles that are put together, or one image as it is; properties
    that turn it; an Exif item. The image is cut out of the middle of the tiles."""
    margins = [(total - side) // 2 for total, side in
               ((rows * SIDE, image.height), (columns * SIDE, image.width))]
    whole = np.pad(np.asarray(image), (*((margin, margin) for margin in margins), (0, 0)), "edge")
    tiles = [encoded(Image.fromarray(whole[y:y + SIDE, x:x + SIDE]), quality=60, chroma=420)
             for y in range(0, rows * SIDE, SIDE) for x in range(0, columns * SIDE, SIDE)]
    size = whole.shape[1::-1]
    payloads = [find(tile, b"mdat") for tile in tiles]
    kinds = [b"hvc1"] * len(tiles)
    is_grid = len(tiles) > 1
    if is_grid:
        payloads.append(struct.pack(">BBBBHH", 0, 0, rows - 1, columns - 1, *size))
        kinds.append(b"grid")
    primary = len(payloads)
    if exif:
        payloads.append(b"\0\0\0\6Exif\0\0" + exif)
        kinds.append(b"Exif")
    ispe = lambda *sides: full(b"ispe", struct.pack(">II", *sides))
    clap = box(b"clap", struct.pack(">IIIIiIiI", image.width, 1, image.height, 1, 0, 1, 0, 1))
    stored = [box(b"hvcC", find(tiles[0], b"meta", b"iprp", b"ipco", b"hvcC")), ispe(SIDE, SIDE), ispe(*size),
              clap, *properties]
    turning = [0x84 + i for i in range(1 + len(properties))]
    associations = [[0x81, 2] for _ in tiles] + [[3, *turning]] if is_grid else [[0x81, 2, *turning]]
    infos = [full(b"infe", struct.pack(">HH4s", i + 1, 0, kind), b"\0", version=2,
                  flags=int(is_grid and kind == b"hvc1"))
             for i, kind in enumerate(kinds)]
    references = []
    if is_grid:
        ids = range(1, len(tiles) + 1)
        references.append(box(b"dimg", struct.pack(f">HH{len(tiles)}H", primary, len(tiles), *ids)))
    if exif:
        references.append(box(b"cdsc", struct.pack(">HHH", len(payloads), 1, primary)))

    def meta(start):
        places, at = b"", start
        for i, payload in enumerate(payloads):
            places += struct.pack(">HHHII", i + 1, 0, 1, at, len(payload))
            at += len(payload)
        return full(
            b"meta",
            full(b"hdlr", b"\0\0\0\0pict", bytes(13)),
            full(b"pitm", struct.pack(">H", primary)),
            full(b"iloc", b"\x44\0", struct.pack(">H", len(payloads)), places),
            full(b"iinf", struct.pack(">H", len(infos)), *infos),
            *([full(b"iref", *references)] if references else []),
            box(b"iprp", box(b"ipco", *stored), full(
                b"ipma", struct.pack(">I", len(associations)),
                *(struct.pack(">HB", i + 1, len(mine)) + bytes(mine)
                  for i, mine in enumerate(associations)))),
        )

    head = box(b"ftyp", b"heic\0\0\0\0mif1heic")
    return head + meta(len(head) + len(meta(0)) + 8) + box(b"mdat", *payloads)


def orientation(value):
    return b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHHI", 0x112, 3, 1, value, 0, 0)


irot = lambda quarters: box(b"irot", bytes([quarters]))
imir = lambda axis: box(b"imir", bytes([axis]))
# 16 x 18 px, turned by a quarter to the right to be shown.
lying = rgb.transpose(Image.Transpose.ROTATE_90)
sixteen = np.asarray(rgb).astype(np.uint16) * 257

files = {
    "still.heic": encoded(rgb, quality=60, chroma=420),
    "lossless.heic": encoded(rgb, quality=-1, chroma=444, matrix_coefficients=0),
    "gray.heic": encoded(gray, quality=60),
    "alpha.heic": encoded(rgba, quality=60),
    "tenBit.heic": encoded(sixteen, "RGB;16", quality=60),
    # As an iPhone writes it: the Exif orientation says once more what the container says.
    "rotated.heic": heif(lying, properties=[irot(3)], exif=orientation(6)),
    "mirrored.heic": heif(ImageOps.mirror(rgb), properties=[imir(1)], exif=orientation(2)),
    "grid.heic": heif(rgb, columns=2),
    "rotatedGrid.heic": heif(lying, rows=2, properties=[irot(3)], exif=orientation(6)),
}


# --- AVIF ---

def saved(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


# Decoders choose how to enlarge chroma, so it changes slowly here.
y, x = np.mgrid[:16, :18]
soft = Image.fromarray(np.stack([90 + 6 * x + y, 120 + 5 * x - y, 60 + 7 * x + 2 * y], -1).astype(np.uint8))
exif6 = Image.Exif()
exif6[0x112] = 6
files |= {
    "still.avif": saved(soft, "AVIF", quality=90, subsampling="4:2:0"),
    "fullChroma.avif": saved(rgb, "AVIF", quality=90, subsampling="4:4:4"),
    "gray.avif": saved(gray, "AVIF", quality=80),
    "alpha.avif": saved(rgba, "AVIF", quality=80, subsampling="4:4:4"),
    "rotated.avif": saved(lying, "AVIF", quality=80, subsampling="4:4:4", exif=exif6),
    "tenBit.avif": imagecodecs.avif_encode(sixteen >> 6, level=80, bitspersample=10),
    "animated.avif": saved(rgb, "AVIF", quality=80, subsampling="4:4:4", save_all=True,
                           append_images=[ImageOps.invert(rgb)] * 2, duration=100),
}

# --- JPEG 2000 ---

files |= {
    "lossless.jp2": saved(rgb, "JPEG2000"),
    "lossy.jp2": saved(rgb, "JPEG2000", irreversible=True, quality_mode="rates", quality_layers=[6, 3]),
    "gray.jp2": saved(gray, "JPEG2000"),
    "alpha.jp2": saved(rgba, "JPEG2000"),
    "tiles.jp2": saved(rgb, "JPEG2000", tile_size=(8, 8), num_resolutions=2),
    "sixteenBit.jp2": imagecodecs.jpeg2k_encode(sixteen, level=0, codecformat="jp2"),
    "lossless.j2k": saved(rgb, "JPEG2000", no_jp2=True),
}

# --- netpbm ---

pixels = {name: np.asarray(image.convert(mode)) for name, image, mode in
          (("rgb", rgb, "RGB"), ("rgba", rgba, "RGBA"), ("gray", gray, "L"), ("bits", one_bit, "L"))}
numbers = lambda values: "\n".join(" ".join(map(str, row)) for row in values.reshape(16, -1)).encode()
big = lambda values: (values.astype(">u2") * 257).tobytes()
bits = (pixels["bits"] < 128).astype(np.uint8)
pam = lambda depth, most, kind, data: (
    b"P7\nWIDTH 18\n# drawn\nHEIGHT 16\nDEPTH %d\nMAXVAL %d\nTUPLTYPE %s\nENDHDR\n" % (depth, most, kind) + data)
files |= {
    "numbers.pbm": b"P1\n18 16\n" + numbers(bits),
    # Digits of P1 need no space between them.
    "dense.pbm": b"P1\n# drawn\n18 16\n" + b"\n".join(b"".join(b"%d" % bit for bit in row) for row in bits),
    "bits.pbm": b"P4\n18 16\n" + np.packbits(bits, axis=1).tobytes(),
    "numbers.pgm": b"P2\n18 16\n255\n" + numbers(pixels["gray"]),
    "numbers.ppm": b"P3\n18 16\n255\n" + numbers(pixels["rgb"]),
    "color.ppm": b"P6\n18 16\n255\n" + pixels["rgb"].tobytes(),
    "color16.ppm": b"P6\n18 16\n65535\n" + big(pixels["rgb"]),
    "gray.pam": pam(1, 255, b"GRAYSCALE", pixels["gray"].tobytes()),
    "color.pam": pam(3, 255, b"RGB", pixels["rgb"].tobytes()),
    "alpha.pam": pam(4, 255, b"RGB_ALPHA", pixels["rgba"].tobytes()),
    "color16.pam": pam(3, 65535, b"RGB", big(pixels["rgb"])),
    "bits.pam": pam(1, 1, b"BLACKANDWHITE", (1 - bits).tobytes()),
}
shows = dict.fromkeys(files) | {
    "lossless.heic": "rgb", "gray.jp2": "gray", "alpha.jp2": "rgba",
    **dict.fromkeys(("lossless.jp2", "tiles.jp2", "sixteenBit.jp2", "lossless.j2k"), "rgb"),
    **{name: {"numbers.pgm": "gray", "gray.pam": "gray", "alpha.pam": "rgba", "bits.pam": "oneBit"}.get(
        name, "oneBit" if name.endswith("pbm") else "rgb") for name in files if name[-3:] in ("pbm", "pgm", "ppm", "pam")},
}


def shown(name, data):
    """[height, width, 3] of what a viewer shows."""
    if name == "tenBit.avif":
        values = imagecodecs.avif_decode(data).astype(np.float64) / 1023 * 255
        image = Image.fromarray((values + 0.5).astype(np.uint8))
    else:
        image = Image.open(io.BytesIO(data))
    # libheif has turned the image, and removed the orientation; libavif makes one of the container's.
    image = ImageOps.exif_transpose(image).convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


entries, extra = [], {}
for name, data in files.items():
    image = None if shows[name] else shown(name, data)
    entries.append({"name": name, "shows": f"{shows[name]}.png" if shows[name] else name,
                    "bytes": base64.b64encode(data).decode()})
    if image:
        extra[name] = {"width": image.width, "height": image.height,
                       "data": base64.b64encode(image.tobytes()).decode()}

(fixtures / "generated_files.ts").write_text(f"""\
/** The drawing in the formats that `tests/reference/image_files.py` writes, as in `image_files.ts`. */
export const generatedFiles = {json.dumps(entries)} as const;

/** What those files show that show the drawing with losses, `[height, width, 3]` in base64. */
export const generatedShown = {json.dumps(extra)};
""")
