"""Recommendations and endorsements stand on the timelines of connections."""

from __future__ import annotations

from tests.domain.exchange.conftest import ANA, BRUNO, connections, zipped
from wellkept.domain.exchange.previewing import preview_upload
from wellkept.domain.exchange.uploading import receive
from wellkept.domain.timeline.models import Interaction

GIVEN = (
    "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    'Ana,Souza,Blue Kettle GmbH,Engineer,"She finds water.","02/03/21, 10:15 AM",VISIBLE\n'
    'Bruno,Keller,Quiet Mills,Buyer,"Not sent","02/03/21, 10:16 AM",DRAFT\n'
    'Dora,Lund,,,"Who is she","02/03/21, 10:17 AM",VISIBLE\n'
)
RECEIVED = GIVEN.replace("She finds water.", "A joy to work with.")
ENDORSED = (
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n"
    "2021/05/06 07:08:09 UTC,Wells,Ana,Souza,www.linkedin.com/in/ana-souza,ACCEPTED\n"
    "2021/05/06 07:09:09 UTC,Pumps,Ana,Souza,www.linkedin.com/in/ana-souza,ACCEPTED\n"
    "2021/05/07 07:09:09 UTC,Pipes,Bruno,Keller,www.linkedin.com/in/bruno-keller,HIDDEN\n"
    ",Pipes,Bruno,Keller,www.linkedin.com/in/bruno-keller,ACCEPTED\n"
)


def export() -> bytes:
    return zipped(
        Connections__csv=connections(ANA, BRUNO),
        Recommendations_Given__csv=GIVEN,
        Recommendations_Received__csv=RECEIVED,
        Endorsement_Received_Info__csv=ENDORSED,
    )


def by_kind(reports):
    return {report.kind: (report.rows, report.added, report.unchanged, report.refused) for report in reports}


def test_each_row_is_accounted_for_and_the_same_file_adds_nothing(bring):
    assert by_kind(bring("export.zip", export())) == {
        "linkedin.connections": (2, 2, 0, 0),
        "linkedin.recommendations-given": (3, 1, 0, 2),
        "linkedin.recommendations-received": (3, 1, 0, 2),
        "linkedin.endorsements": (4, 2, 0, 2),
    }
    assert by_kind(bring("export.zip", export())) == {
        "linkedin.connections": (2, 0, 2, 0),
        "linkedin.recommendations-given": (3, 0, 1, 2),
        "linkedin.recommendations-received": (3, 0, 1, 2),
        "linkedin.endorsements": (4, 0, 2, 2),
    }


def test_the_preview_knows_the_connections_that_come_with_them(network, ada, tmp_path):
    path = tmp_path / "export.zip"
    path.write_bytes(export())
    runs = receive(network=network, path=path, name="export.zip", by=ada)
    preview_upload(runs=runs)
    counts = {run.kind: run.options["preview"]["counts"] for run in runs if run.kind}
    assert counts["linkedin.recommendations-given"] == {"added": 1, "refused": 2}
    assert counts["linkedin.recommendations-received"] == {"added": 1, "refused": 2}


def test_a_recommendation_of_mine_is_a_touch_and_a_click_of_theirs_is_none(bring):
    bring("export.zip", export())
    said = Interaction.objects.order_by("pk").values_list("kind", "direction", "touch", "body")
    assert list(said) == [
        ("help", "mine", True, "I recommended them:\n\nShe finds water."),
        ("help", "theirs", False, "They recommended me:\n\nA joy to work with."),
        ("other", "theirs", False, "They endorsed me for: Wells, Pumps"),
    ]


def test_what_is_left_out_is_told(bring):
    told = {
        (report.kind, problem["row"]): problem["message"]
        for report in bring("export.zip", export())
        for problem in report.problems
    }
    assert told["linkedin.recommendations-given", 2] == "A draft that was never sent."
    assert told["linkedin.recommendations-given", 3] == "With somebody who is no connection."
    assert told["linkedin.endorsements", 3] == "Hidden on the profile."
    assert told["linkedin.endorsements", 4] == "The row has no date."
