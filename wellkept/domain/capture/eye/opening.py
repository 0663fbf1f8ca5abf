"""From the bytes of a picture to its pixels, upright and no larger than needed."""

from __future__ import annotations

import io
import warnings
from functools import cache

from PIL import Image, ImageOps

from wellkept.formats.pictures import KINDS, Unseen, why_refused

MOST_PIXELS = 72_000_000  # a photo of 64 megapixels has a few more than that
SIDE = 2400  # pixels of the longer side that are looked at


def opened(data: bytes, *, side: int = SIDE) -> Image.Image:
    """The picture as one sees it, its longer side no longer than ``side``. Raises ``Unseen``."""
    if reason := why_refused(data):
        raise Unseen(reason)
    _with_heif()
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _reduced(data, side)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unseen("pixels") from error
    except MemoryError as error:
        raise Unseen("memory") from error
    except (OSError, ValueError, SyntaxError, EOFError, OverflowError, RuntimeError, TypeError, KeyError) as error:
        raise Unseen("broken") from error


def _reduced(data: bytes, side: int) -> Image.Image:
    with Image.open(io.BytesIO(data), formats=KINDS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise Image.DecompressionBombError
        if min(picture.size) < 1:
            raise Unseen("broken")
        picture.draft("RGB", (side, side))  # a JPEG is reduced while it is read
        picture.load()
        smaller = max(picture.size) // side
        plain = picture.reduce(smaller) if smaller > 1 and picture.mode not in ("P", "1", "PA") else picture
        plain = _on_white(plain)
        upright = ImageOps.exif_transpose(plain)
    upright.thumbnail((side, side), Image.Resampling.LANCZOS)
    return upright


def _on_white(picture: Image.Image) -> Image.Image:
    """In RGB; what shows through shows white."""
    if picture.mode in ("I", "I;16", "I;16B", "F"):
        lowest, highest = (float(str(level)) for level in picture.getextrema())
        span = max(highest - lowest, 1.0)
        picture = picture.point(lambda value: (value - lowest) * 255.0 / span).convert("L")
    if picture.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        white = Image.new("RGB", clear.size, "white")
        white.paste(clear, mask=clear.getchannel("A"))
        white.info = picture.info
        white._exif = getattr(picture, "_exif", None)
        return white
    return picture.convert("RGB")


def as_jpeg(picture: Image.Image, *, quality: int = 88) -> bytes:
    """Our own encoding, without any of the metadata that came."""
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


@cache
def _with_heif() -> None:
    import pillow_heif

    pillow_heif.register_heif_opener(thumbnails=False)
