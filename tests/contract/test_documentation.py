"""docs/formats.md and docs/batch.md say what the code does."""

import json
import re
import shlex
from pathlib import Path

from flask.testing import FlaskClient

from quoteservice.response.annotation import CONTEXT, TERMS
from quoteservice.response.table import COLUMNS, GUARDED
from quoteservice.settings import Settings
from quoteservice.web.batch import NDJSON
from quoteservice.web.formats import FORMATS

DOCS = Path(__file__).parents[2] / "docs"
FORMATS_MD = (DOCS / "formats.md").read_text(encoding="utf-8")
BATCH_MD = (DOCS / "batch.md").read_text(encoding="utf-8")


def test_every_format_is_documented_under_an_accept_header_that_gets_it(client: FlaskClient) -> None:
    table = FORMATS_MD.split("|---|---|\n")[1].split("\n\n")[0]
    told = [
        client.post("/quotes", json={"text": "Esik."}, headers={"Accept": header}).content_type
        for row in table.splitlines()
        for header in re.findall("`(.*?)`", row.split("|")[1])
    ]
    assert list(dict.fromkeys(told)) == [each.content_type for each in sorted(FORMATS, key=lambda f: f.name)]


def test_every_column_is_documented_and_no_other() -> None:
    table = FORMATS_MD.split("| column | |\n|---|---|\n")[1].split("\n\n")[0]
    assert {name for row in table.splitlines() for name in re.findall("`(.*?)`", row.split("|")[1])} == set(COLUMNS)


def test_the_documented_way_to_take_the_guard_off_is_the_codes() -> None:
    assert f"`{GUARDED.pattern}`" in FORMATS_MD


def test_what_is_said_of_annotations_is_so() -> None:
    assert f"{CONTEXT}\n  code points" in FORMATS_MD
    body = FORMATS_MD.split("The `body` is")[1].split("What is not known")[0]
    assert set(re.findall("`([a-zA-Z]+)`", body)) <= set(TERMS)


def test_the_example_of_a_batch_works(client: FlaskClient) -> None:
    command = re.search(r"```sh\nprintf '%s\\n' (.*?) \|\n", BATCH_MD)[1]
    answer = client.post("/quotes/batch", data="\n".join(shlex.split(command)), content_type=NDJSON)
    good, problem = map(json.loads, answer.get_data(as_text=True).splitlines())
    assert (good["id"], len(good["quotes"])) == ("1", 1)
    assert (problem["id"], problem["line"], problem["status"]) == ("2", 2, 422)


def test_every_limit_of_a_batch_is_a_setting() -> None:
    named = set(re.findall("QUOTESERVICE_([A-Z_]+)", BATCH_MD))
    assert named <= {name.upper() for name in Settings.__slots__}
    assert {"MAX_BATCH_BYTES", "MAX_BATCH_LINES", "BATCH_LINE_DEADLINE", "MAX_BODY_BYTES", "DEADLINE"} == named
