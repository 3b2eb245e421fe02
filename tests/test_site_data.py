"""What the site has of a connector as JSON is what its page has, in the same order."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.paths import INDEX, PROJECT, REFERENCE, Layout
from generator.serialize import dumps_line
from generator.site_data import InvalidFileError, SiteData
from tests.cases.verdicts import committed

_DATA = SiteData(Layout())
_SAMPLE = [each for each in committed().values() if each.status == "documented"][::60]


def _texts(page: dict[str, Any]) -> Iterator[str]:
    """What a page says, from top to bottom, except for links to other vendors."""
    yield f"# {page['title']}\n"
    for topic, url in page["links"].items():
        yield f"[{topic}]({url})"
    for step in page["steps"]:
        yield f"## Properties of the {step['name']} step\n"
        for section in step["sections"]:
            yield f"{section['title']}\n"
            for each in section["properties"]:
                yield f'#### <a id="{each["anchor"]}"></a>{each["name"]}\n'
                yield " · ".join((each["type"], *each["labels"]))
                yield each["description"]
                for fact in each["facts"]:
                    yield from (f"- {text}\n" for text in (fact["text"], *fact["items"]))
            yield section["example"]
    for request in page["requests"]:
        yield f"## {request['title']}\n"
        for language, text in request["languages"].items():
            yield from (f"**{language}**\n", text)


def test_a_page_as_json_has_what_the_page_has_in_its_order() -> None:
    for connector in _SAMPLE:
        text = (PROJECT / REFERENCE / f"{connector.key}.md").read_text(encoding="utf-8")
        page = _DATA.page(connector)
        at = 0
        for each in _texts(page):
            assert each in text[at:], (connector.key, each)
            at = text.index(each, at) + len(each)
        assert text[at:].strip() in ("```", "The connector takes no properties.")
        assert f"{page['vendor']}/{page['role']}/{page['type']}" == connector.key
        assert json.loads(dumps_line(page)) == page


INVALID = {
    "catalog/vendors/fivetran.yaml": ("title: [Fivetran]", "fivetran.yaml: title: error [vendor-profile]"),
    "catalog/envelopes/fivetran.json": ('{"vendor": "fivetran"}', "fivetran.json: envelopes: error [catalog-format]"),
}


@pytest.mark.parametrize("name", INVALID)
def test_a_file_that_is_invalid_is_an_error_and_not_left_out(name: str, tmp_path: Path) -> None:
    connector = next(each for each in _SAMPLE if each.vendor == "fivetran")
    for folder in ("vendors", "envelopes"):
        shutil.copytree(PROJECT / "catalog" / folder, tmp_path / "catalog" / folder)
    shutil.copy(PROJECT / INDEX, tmp_path / INDEX)
    data = SiteData(Layout(tmp_path))
    assert data.of(connector) == _DATA.of(connector)
    text, message = INVALID[name]
    (tmp_path / name).write_text(text, encoding="utf-8")

    for make in (SiteData(Layout(tmp_path)).of, SiteData(Layout(tmp_path)).page):
        with pytest.raises(InvalidFileError) as fault:
            make(connector)
        assert str(fault.value).startswith(message)


def test_connectors_are_found_by_their_keys() -> None:
    found = _DATA.connector(_SAMPLE[0].key)

    assert found == _SAMPLE[0]
    assert _DATA.source_of("acme/source/nothing") is None
    assert _SAMPLE[0].name in (_DATA.source_of(_SAMPLE[0].key) or "")
