"""Files made in a test, and the import of them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from wellkept.domain.exchange.importing import Report, import_file


@pytest.fixture
def bring(network, ada, tmp_path):
    """Import bytes under a name; answers the reports, one a file or entry that was used."""

    def bring(name: str, data: bytes | str, **options) -> list[Report]:
        path = Path(tmp_path) / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        reports = import_file(network=network, path=path, name=name, by=ada, **options)
        for report in reports:
            assert report.added + report.merged + report.unchanged + report.refused == report.rows, report
        return [report for report in reports if report.kind or report.problems]

    return bring


@pytest.fixture
def bring_one(bring):
    """As ``bring``, for a file that gives one report."""

    def bring_one(name: str, data: bytes | str, **options) -> Report:
        (report,) = bring(name, data, **options)
        return report

    return bring_one


def zipped(**entries: bytes | str) -> bytes:
    """A ZIP; in the names, '__' stands for a point."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def connections(*rows: str) -> str:
    """Connections.csv of 2023 and later."""
    return (
        'Notes:\n"When exporting your connection data, you may notice that some addresses are missing."\n\n'
        + CONNECTIONS
        + "".join(f"{row}\n" for row in rows)
    )


ANA = "Ana,Souza,https://www.linkedin.com/in/ana-souza,ana@example.org,Blue Kettle GmbH,Engineer,04 Mar 2019"
BRUNO = "Bruno,Keller,https://www.linkedin.com/in/bruno-keller,,Quiet Mills,Buyer,05 Apr 2020"
CHEN = "Chen,Wei,https://www.linkedin.com/in/chen-wei,,Deep Stone,Analyst,06 May 2021"
