"""Signatures of mails: found among the last lines, read into fields. Pure; nothing raises, whatever the text."""

from wellkept.formats.signature.reading import Signature, read_block, read_signature

__all__ = ["Signature", "read_block", "read_signature"]
