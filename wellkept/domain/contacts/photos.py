"""Pictures of people: whatever comes in, what is kept is our own small JPEG or WebP without any of its metadata."""

from __future__ import annotations

import io
import warnings
from functools import cache

from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from wellkept.domain.accounts.models import Actor, Network
from wellkept.domain.accounts.refusals import Refusal
from wellkept.domain.contacts.files import store_bytes
from wellkept.domain.contacts.models import File
from wellkept.domain.history.acting import Acting

MOST_PIXELS = 64_000_000
MOST_BYTES = 30 * 1024 * 1024
SIDE = 512  # pixels
FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "HEIF")


def keep_photo(*, network: Network, data: bytes, name: str, by: Actor | Acting) -> File:
    """Store a picture, made small. Refused when it is none of PNG, JPEG, WebP, GIF and HEIC, broken, or too large."""
    small, media_type = small_picture(data)
    return store_bytes(network=network, data=small, name=name, media_type=media_type, by=by)


def small_picture(data: bytes) -> tuple[bytes, str]:
    """The picture within 512 pixels, upright, re-encoded: (bytes, media type)."""
    if len(data) > MOST_BYTES:
        raise Refusal(_("This picture is larger than 30 MB."), field="photo")
    _with_heif()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _reduced(data)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refusal(_("This picture has more than 64 million pixels."), field="photo") from error
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, OverflowError, RuntimeError) as error:
        raise Refusal(
            _("This is no picture that can be read: PNG, JPEG, WebP, GIF and HEIC can."), field="photo"
        ) from error


def _reduced(data: bytes) -> tuple[bytes, str]:
    with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise Image.DecompressionBombError
        opened.draft("RGB", (SIDE * 2, SIDE * 2))  # a JPEG is reduced while it is read
        opened.load()
        upright = ImageOps.exif_transpose(opened)
        clear = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
        plain = upright.convert("RGBA" if clear else "RGB")
    plain.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)
    out = io.BytesIO()
    if clear:
        bare.save(out, "WEBP", quality=85, method=4)
        return out.getvalue(), "image/webp"
    bare.save(out, "JPEG", quality=85, optimize=True, progressive=True)
    return out.getvalue(), "image/jpeg"


@cache
def _with_heif() -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()
