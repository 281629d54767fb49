#!/usr/bin/env python3
"""Makes the pictures here with Pillow, ImageMagick and by hand, and expected.json: what Pillow reads in each, as RGB.

Needs Debian's python3-pil and imagemagick. The photographs lie here already and are not made. Run it in this folder."""
import base64, json, random, struct, subprocess, zlib
from PIL import Image, ImageOps, __version__

random.seed(1)
W, H = 20, 14
expected = {}


def base():
    """A picture that looks different from every side: a slope in each colour and a bright corner."""
    image = Image.new("RGB", (W, H))
    for y in range(H):
        for x in range(W):
            image.putpixel((x, y), (12 * x, 18 * y, 255 - 6 * x - 9 * y))
    image.paste((250, 240, 10), (0, 0, 6, 4))
    return image


def note(name, background=(0, 0, 0), image=None):
    """What Pillow reads: upright, on a background. Pixels of more than 8 bits are given as image."""
    if image is None:
        image = ImageOps.exif_transpose(Image.open(name))
        if image.mode in ("P", "RGBA", "LA", "PA") or "transparency" in image.info:
            image = Image.alpha_composite(Image.new("RGBA", image.size, background + (255,)), image.convert("RGBA"))
        image = image.convert("RGB")
    expected[name] = {"width": image.width, "height": image.height, "rgb": base64.b64encode(image.tobytes()).decode()}


def png(name, color, depth, rows, *chunks, width=W):
    """A PNG file by hand: Pillow writes neither 16 bits of colour nor an eXIf chunk without a profile."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    with open(name, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, len(rows), depth, color, 0, 0, 0)))
        for kind, data in chunks:
            file.write(chunk(kind, data))
        file.write(chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows))) + chunk(b"IEND", b""))


def sixteen(name, color):
    """16 bits a sample, opaque; expected are samples / 257, rounded, as (2 v + 257) // 514."""
    channels = {0: 1, 2: 3, 4: 2, 6: 4}[color]
    rows, image = [], Image.new("RGB", (W, H))
    for y in range(H):
        row = b""
        for x in range(W):
            samples = [random.choice([random.randrange(65536), 128 + 257 * random.randrange(255), 129 + 257 * random.randrange(255)])
                       for _ in range(channels)]
            if color in (4, 6):
                samples[-1] = 65535
            row += struct.pack(f">{channels}H", *samples)
            eight = [(2 * value + 257) // 514 for value in samples]
            image.putpixel((x, y), tuple(eight[:3]) if channels >= 3 else (eight[0],) * 3)
        rows.append(row)
    png(name, color, 16, rows)
    note(name, image=image)


picture = base()
alpha = Image.new("L", (W, H))
for y in range(H):
    for x in range(W):
        alpha.putpixel((x, y), (13 * x + 31 * y) % 256)

picture.save("baseline.jpg", quality=95, subsampling=0)
picture.save("progressive.jpg", quality=95, subsampling=0, progressive=True)
picture.convert("L").save("gray.jpg", quality=95)
picture.convert("CMYK").save("cmyk.jpg", quality=95)
for name in ("baseline.jpg", "progressive.jpg", "gray.jpg", "cmyk.jpg"):
    note(name)
for orientation in range(1, 9):
    exif = Image.Exif()
    exif[0x112] = orientation
    picture.save(f"orientation-{orientation}.jpg", quality=95, subsampling=0, exif=exif)
    note(f"orientation-{orientation}.jpg")

picture.save("rgb.png")
picture.convert("L").save("gray.png")
picture.convert("1").save("one-bit.png")
with_alpha = picture.copy()
with_alpha.putalpha(alpha)
with_alpha.save("rgb-alpha.png")
gray_alpha = picture.convert("L")
gray_alpha.putalpha(alpha)
gray_alpha.save("gray-alpha.png")
palette = picture.quantize(16)
palette.save("palette.png")
palette.save("palette-transparent.png", transparency=bytes(range(0, 256, 16)))
subprocess.run(["convert", "rgb-alpha.png", "-interlace", "PNG", "interlaced-alpha.png"], check=True)
subprocess.run(["convert", "rgb.png", "-interlace", "PNG", "-define", "png:color-type=2", "interlaced.png"], check=True)
for name in ("rgb.png", "gray.png", "one-bit.png", "rgb-alpha.png", "gray-alpha.png", "palette.png", "palette-transparent.png",
             "interlaced.png", "interlaced-alpha.png"):
    note(name)
for bits in (2, 4):
    name, most = f"gray-{bits}-bits.png", 2 ** bits - 1
    values = [[(x + 3 * y) % (most + 1) for x in range(W)] for y in range(H)]
    rows = [bytes(sum(row[i + j] << (8 - bits - bits * j) for j in range(8 // bits)) for i in range(0, W, 8 // bits)) for row in values]
    png(name, 0, bits, rows)
    note(name, image=Image.frombytes("L", (W, H), bytes(value * 255 // most for row in values for value in row)).convert("RGB"))
for name, color in (("gray-16.png", 0), ("rgb-16.png", 2), ("gray-alpha-16.png", 4), ("rgb-alpha-16.png", 6)):
    sixteen(name, color)
exif = Image.Exif()
exif[0x112] = 6
picture.save("orientation-6.png", exif=exif)
note("orientation-6.png")

picture.save("lossless.webp", lossless=True)
with_alpha.save("lossless-alpha.webp", lossless=True, exact=True)
picture.save("lossy.webp", quality=90)
picture.save("orientation-8.webp", lossless=True, exif=b"Exif\0\0" + b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0\0\0\0\0")
for name in ("lossless.webp", "lossless-alpha.webp", "lossy.webp", "orientation-8.webp"):
    note(name)

picture.save("rgb.bmp")
palette.save("palette.bmp")
frames = [palette, palette.transpose(Image.FLIP_LEFT_RIGHT)]
frames[0].save("two-frames.gif", save_all=True, append_images=frames[1:], duration=100)
palette.save("transparent.gif", transparency=3)
for name in ("rgb.bmp", "palette.bmp", "two-frames.gif", "transparent.gif"):
    note(name)

# Prepared pictures: what Pillow makes of photographs with its antialiased Lanczos filter.
for name in ("dress.jpg", "shoes.jpg"):
    photograph = Image.open(name).convert("RGB")
    side = min(photograph.size)
    left, top = (photograph.width - side) // 2, (photograph.height - side) // 2
    square = photograph.crop((left, top, left + side, top + side))
    for size in (28, 64):
        note(f"{name} cover {size}", image=square.resize((size, size), Image.LANCZOS))
    scale = 64 / max(photograph.size)
    inner = photograph.resize(tuple(max(1, round(length * scale)) for length in photograph.size), Image.LANCZOS)
    note(f"{name} within 64", image=inner)
note("rgb.png enlarged 64", image=picture.crop((3, 0, 17, 14)).resize((64, 64), Image.LANCZOS))

with open("expected.json", "w") as file:
    json.dump({"pillow": __version__, "pictures": expected}, file, indent=0)
    file.write("\n")
