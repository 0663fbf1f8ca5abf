"""Tables in text files: decoding, reading and writing them, and the dialects address books speak."""

from wellkept.formats.csvs.cells import in_pieces, neutralise, neutralise_for_programs, restore, write_table
from wellkept.formats.csvs.decoding import Decoded, decode
from wellkept.formats.csvs.table import Table, read_table

__all__ = [
    "Decoded", "Table", "decode", "in_pieces", "neutralise", "neutralise_for_programs", "read_table", "restore", "write_table",
]  # fmt: skip
