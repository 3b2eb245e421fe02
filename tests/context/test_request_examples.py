"""The requests of a reference page mean the same in every language, and are accepted."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from collections.abc import Iterator
from typing import Any

import connector_catalog
import pytest
import yaml

from generator.catalog.property import Property
from generator.context.connector_shape import ConnectorShape, shape_of
from generator.context.requests.examples import request_examples
from generator.context.requests.terraform import terraform_text
from generator.context.requests.vendor_api import VendorApi, envelope_sample, vendor_api
from generator.paths import Layout
from generator.profiles.api import Terraform
from generator.site.data import SiteData
from tests import cases
from tests.cases.verdicts import committed, in_batches
from tests.context.building import connector, prop, step
from tests.vendors import ACME, PROFILES, api, shape

_ENVELOPES = SiteData(Layout()).envelopes
_TEMPLATE = re.compile(r"\{\{|\{%|\{#|<%|\$\{|#\{")
HOSTILE = (
    'it\'s "$HOME" `id` \\ ${x} %{y} $${z} %%{ {{ a }} {% b %} #{c} <%= d %>\n\u2028\u00e9\u3164\U0001f600 #: - yes'
)
JSON = {
    "yes": "no",
    "1": "0x1f",
    "e": 1e-07,
    "E": -1e16,
    "n": None,
    "f": 1.5,
    "l": [],
    "o": {},
    "t": [True, {"a": [1]}],
}


def _requests(own: ConnectorShape, sent: VendorApi) -> Iterator[tuple[str, dict[str, str]]]:
    for each in request_examples(own, sent):
        yield each.title, {block.language: block.text for block in each.blocks}


def _printed(key: str) -> Iterator[tuple[str, dict[str, str]]]:
    own = shape(committed()[key])
    vendor, role = own.vendor.name, own.connector.role
    return _requests(own, vendor_api(PROFILES[vendor], role, own.request, _ENVELOPES.get(vendor, {}).get(role, ())))


def _by_python(text: str) -> tuple[Any, Any]:
    """The properties and the envelope that a module calls a model with."""
    call = ast.parse(text).body[-1].value  # type: ignore[attr-defined]
    return _arguments(call.func.value), _arguments(call)


def _arguments(call: ast.Call) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in call.keywords:
        found |= {each.arg: ast.literal_eval(each.value)} if each.arg else ast.literal_eval(each.value)
    return found


def _by_curl(text: str) -> Any:
    sent = subprocess.run(["bash", "-c", f"curl() {{ cat; }}\n{text}"], capture_output=True, check=True, text=True)
    return json.loads(sent.stdout)


@in_batches()
def test_requests_are_complete_and_mean_the_same(keys: list[str]) -> None:
    for key in keys:
        own = shape(committed()[key])
        for _, texts in _printed(key):
            request = json.loads(texts["JSON"])

            assert connector_catalog.validate(own.vendor.name, own.connector.type, request) == []
            assert yaml.load(texts["YAML"], yaml.CSafeLoader) == request
            assert own.assemble(*_by_python(texts["Python"])) == request
            assert re.sub(r"\\([\\$`])", r"\1", texts["curl"]).split("<<JSON\n")[1] == f"{texts['JSON']}\nJSON"
            assert not any(map(_TEMPLATE.search, texts.values()))


def _hostile() -> tuple[ConnectorShape, VendorApi]:
    properties = [prop(name, requirement="required", enum=[HOSTILE]) for name in ("class", "a b", HOSTILE)]
    made = connector(
        step("main", *properties, prop("other", examples=[JSON], type=None)), vendor="acme", type_="acme-s3"
    )
    return shape_of(made, ACME), api("acme", "source", {HOSTILE: HOSTILE, "name": "<NAME>"})


def test_texts_that_mean_something_to_a_language_stay_what_they_are() -> None:
    for title, texts in _requests(*_hostile()):
        request = json.loads(texts["JSON"])
        own, envelope = _by_python(texts["Python"])

        assert request[HOSTILE] == request["settings"]["a b"] == request["settings"][HOSTILE] == HOSTILE
        assert (title == "Full request") == (request["settings"].get("other") == JSON)
        assert yaml.safe_load(texts["YAML"]) == request
        assert (envelope, own) == (
            {HOSTILE: HOSTILE, "name": "<NAME>"},
            {name: each for name, each in request["settings"].items() if name != "sourceKind"},
        )
        assert _by_curl(texts["curl"]) == request
        assert not any(map(_TEMPLATE.search, texts.values()))
        assert "\u3164" not in "".join(texts.values())


def test_python_names_a_property_as_a_keyword_only_where_it_can() -> None:
    _, texts = next(_requests(*_hostile()))

    assert '**{\n        "class": ' in texts["Python"]


def test_a_key_may_be_longer_than_readers_take_without_a_mark() -> None:
    own, sent = _hostile()
    made = dict(_requests(own, sent._replace(envelope={"k" * 2000: [1], "l" * 2000: "x", "m" * 1024: {"a": []}})))

    assert yaml.safe_load(made["Minimal request"]["YAML"]) == json.loads(made["Minimal request"]["JSON"])


def test_terraform_is_formatted_and_starts_no_template() -> None:
    terraform = Terraform(resource="acme_source", encoded=("settings",), added={"kind": "ON"})
    request = {
        "workspaceId": "${a} %{b}\u3000é",
        "settings": {"a": {}, "a b": [1, {"x": True}], "long_name": 1},
        "n": None,
    }

    assert terraform_text(terraform, "1 Shop!", request) == TERRAFORM


def test_the_name_of_an_attribute_is_no_code() -> None:
    text = terraform_text(Terraform(resource="acme_source"), "x", {'a"\n}\n```\n{{': 1, "$": 2})

    assert text == 'resource "acme_source" "x" {\n  a__________ = 1\n  _           = 2\n}'


TERRAFORM = r"""resource "acme_source" "_1_shop" {
  workspace_id = "\u0024{a} \u0025{b}\u3000é"
  settings = jsonencode({
    a = {}
    "a b" = [
      1,
      {
        x = true
      },
    ]
    long_name = 1
  })
  n    = null
  kind = "ON"
}"""


def test_a_vendor_has_the_languages_that_its_profile_states() -> None:
    own = shape(cases.load("types"))

    assert [list(each) for _, each in _requests(own, VendorApi())] == [["JSON", "YAML", "Python"]] * 2
    assert list(dict(_requests(own, api("stitch", "source")))["Full request"]) == ["JSON", "YAML", "Python", "curl"]
    assert request_examples(shape(connector()), VendorApi()) == ()


def test_the_envelope_has_what_is_required_and_nobody_s_ids() -> None:
    stated = (
        Property(name="group_id", type="string", requirement="required", examples=("my_group",)),
        Property(name="zone", type="string", requirement="required", enum=("-5", "0")),
        Property(name="paused", type="boolean", requirement="required"),
        Property(name="settings", type="object", requirement="required"),
        Property(name="note", type="string"),
        Property(name="id", type="string", requirement="readOnly"),
    )

    assert envelope_sample(stated, ACME.requests["source"]) == {"group_id": "<GROUP_ID>", "zone": "-5", "paused": True}


@pytest.mark.parametrize("vendor", sorted(PROFILES))
def test_each_vendor_of_this_project_says_how_it_is_called(vendor: str) -> None:
    assert all(role.call is not None for role in PROFILES[vendor].roles.values())
