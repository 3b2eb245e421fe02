"""``to_payload`` makes the body that the vendor's request takes: each property where the vendor looks for it."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.connector import Connector
from generator.outputs.formatting import format_python
from tests import cases
from tests.cases.verdicts import committed, import_text, names_of, outputs_of
from tests.context.building import Facts, connector, prop, step

CONFIG = step("config", prop("schema", requirement="required"), prop("host"), prop("class"))
CLIENT = prop("client", "object", properties=[prop("id"), prop("secret", secret=True)])
AUTH = step("auth", CLIENT, prop("api-token", secret=True))
NUMBERS = itertools.count()


@pytest.fixture
def made(tmp_path: Path) -> type[Any]:
    """The model of a connector that has config and auth."""
    return _model(connector(CONFIG, AUTH, vendor="fivetran", type_="acme"), tmp_path)


def _model(found: Connector, folder: Path) -> type[Any]:
    files = format_python(cases.connector_files(found).files)
    text = next(text for path, text in files.items() if cases.kind_of(path) == "model")
    model: type[Any] = getattr(import_text(text, f"request_{next(NUMBERS)}", folder), names_of(found)[1])
    return model


def test_properties_of_auth_are_in_auth(made: type[Any]) -> None:
    given = {"schema": "s", "class": "c", "client": {"id": "i", "secret": "x"}, "api-token": "t"}

    assert made.model_validate(given).to_payload() == {
        "service": "acme",
        "config": {"schema": "s", "class": "c"},
        "auth": {"client": {"id": "i", "secret": "x"}, "api-token": "t"},
    }


def test_auth_is_left_out_where_none_is_given(made: type[Any]) -> None:
    assert made.model_validate({"schema": "s"}).to_payload() == {"service": "acme", "config": {"schema": "s"}}


def test_a_secret_that_moves_to_auth_shows_itself_nowhere_else(made: type[Any]) -> None:
    model = made.model_validate({"schema": "s", "api-token": "t0k3n"})

    assert model.to_payload()["auth"] == {"api-token": "t0k3n"}
    assert "t0k3n" not in repr(model) + str(model)


def test_a_payload_can_be_made_twice(made: type[Any]) -> None:
    model = made.model_validate({"schema": "s", "api-token": "t"})

    assert model.to_payload() == model.to_payload()


def test_all_steps_can_be_in_one_part(tmp_path: Path) -> None:
    steps: list[Facts] = [step("form", prop("start")), step("oauth", prop("client"))]
    model = _model(connector(*steps, type_="platform.acme"), tmp_path)

    assert model.model_validate({"start": "s", "client": "c"}).to_payload() == {
        "type": "platform.acme",
        "properties": {"start": "s", "client": "c"},
    }


def test_every_service_of_fivetran_has_its_auth_where_the_api_takes_it() -> None:
    services = [each for key, each in committed().items() if key.startswith("fivetran/")]
    stated = {
        each.key: {
            found.name
            for auth in each.steps
            if auth.name == "auth"
            for found in auth.properties
            if found.requirement != "readOnly"
        }
        for each in services
    }
    elsewhere = {key: outputs_of(key).model._other_parts for key in stated}

    assert sum(map(bool, stated.values())) > 100
    assert {key: set(places.get("auth", ())) for key, places in elsewhere.items()} == stated
    assert {place for places in elsewhere.values() for place in places} == {"auth"}
