"""What is imported when, and what works where pydantic is not."""

from __future__ import annotations

import ast
import graphlib
import importlib
import subprocess
import sys
from pathlib import Path

import connector_catalog
import pytest

from generator.paths import GENERATED, PACKAGE, PACKAGE_SOURCE, PROJECT
from tests.cases.verdicts import committed, names_of
from tests.vendors import VENDORS

WITHOUT_PYDANTIC = """
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("pydantic", "pydantic_core"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name.partition(".")[0])

sys.meta_path.insert(0, Blocked())
"""


def _run(program: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-W", "error", "-c", program]
    environment = {"PYTHONPATH": str(PROJECT / GENERATED), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(call, env=environment, capture_output=True, text=True, check=False)


def _stub(path: Path) -> set[str]:
    """The public names of a stub: those that it imports as such, and what it declares."""
    names: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.AnnAssign):
            names.add(ast.unparse(node.target))
        else:
            assert isinstance(node, ast.ImportFrom), ast.dump(node)
            # Without "as", a name in a stub is the stub's own.
            names |= {alias.asname for alias in node.names if alias.asname}
    return names


def test_importing_the_package_loads_neither_pydantic_nor_an_index_and_no_other_vendor_s_data() -> None:
    done = _run(
        """
import sys
import builtins
from pathlib import Path

opened = []
real = Path.read_text
Path.read_text = lambda self, *args, **more: (opened.append("/".join(self.parts[-2:])), real(self, *args, **more))[1]
before = set(sys.modules)
import connector_catalog
loaded = set(sys.modules) - before
own = {name for name in loaded if name.startswith("connector_catalog")}
assert own == {"connector_catalog"}, own
assert not {"pydantic", "pydantic_core", "json"} & loaded, loaded
assert opened == [], opened
connector_catalog.validate("stitch", "platform.braintree", {})
assert "index/stitch.json" in opened, opened
assert not {"pydantic", "pydantic_core"} & set(sys.modules)
connector_catalog.get_model
assert not {"pydantic", "pydantic_core"} & set(sys.modules)
connector_catalog.get_model("stitch", "platform.braintree")
assert "pydantic" in sys.modules
models = [name for name in sys.modules if name.startswith("connector_catalog.stitch.")]
assert models == ["connector_catalog.stitch.source_braintree"], models
connector_catalog.describe("stitch", "platform.braintree")
connector_catalog.schema("stitch", "platform.braintree")
others = [name for name in [*opened, *sys.modules] if "fivetran" in name or "airbyte" in name]
assert others == [], others
"""
    )

    assert done.returncode == 0, done.stderr


def test_importing_a_vendor_loads_no_model() -> None:
    done = _run(
        """
import sys
import connector_catalog.stitch, connector_catalog.fivetran
assert "BraintreeSource" in dir(connector_catalog.stitch)
assert not {"pydantic", "pydantic_core"} & set(sys.modules)
"""
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", connector_catalog.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(connector_catalog, name) is not None


def test_the_stub_has_exactly_the_public_names() -> None:
    names = _stub(PROJECT / PACKAGE / "__init__.pyi")

    assert sorted(names) == sorted(connector_catalog.__all__) == sorted(dir(connector_catalog))


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_vendor_lists_the_classes_of_every_connector(vendor: str) -> None:
    package = importlib.import_module(f"connector_catalog.{vendor}")
    names = {names_of(each)[1] for each in committed().values() if each.vendor == vendor}
    listed = sorted(f"{name}{suffix}" for name in names for suffix in ("", "Dict", "Update", "UpdateDict"))

    assert listed == sorted(package.__all__) == sorted(dir(package))
    assert sorted(_stub(PROJECT / PACKAGE / vendor / "__init__.pyi")) == listed


@pytest.mark.parametrize("module", ["connector_catalog", *(f"connector_catalog.{vendor}" for vendor in VENDORS)])
@pytest.mark.parametrize("name", ["Nothing", "NothingUpdate", "Update", "_Private", "__nothing__"])
def test_an_unknown_name_is_an_attribute_error(module: str, name: str) -> None:
    with pytest.raises(AttributeError, match=f"module '{module}' has no attribute '{name}'"):
        getattr(importlib.import_module(module), name)


@pytest.mark.parametrize("name", ["BraintreeSource", "BraintreeSourceUpdate"])
def test_a_class_is_the_one_of_its_module(name: str) -> None:
    module = importlib.import_module("connector_catalog.stitch.source_braintree")

    assert getattr(importlib.import_module("connector_catalog.stitch"), name) is getattr(module, name)


def test_all_but_the_models_works_without_pydantic() -> None:
    done = _run(
        WITHOUT_PYDANTIC
        + f"""
import importlib
import connector_catalog as c
import connector_catalog.ids
vendors = [importlib.import_module("connector_catalog." + name) for name in {list(VENDORS)}]
"""
        + """
for name in c.__all__:
    getattr(c, name)
assert len(c.entries()) == sum(len(each.__all__) for each in vendors) / 4
assert c.find("stitch", "platform.braintree") in c.search("braintree")
assert c.describe("stitch", "platform.braintree")["full"]
assert c.schema("stitch", "platform.braintree")["type"] == "object"
assert c.validate("stitch", "platform.braintree", {})
config = c.describe("fivetran", "iterable")["minimal"]
assert c.validate("fivetran", "iterable", {"service": "iterable", "group_id": "g", "config": config}) == []
assert not {"pydantic", "pydantic_core"} & set(sys.modules)
"""
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "ask",
    [
        "from connector_catalog.stitch import BraintreeSource",
        "from connector_catalog.fivetran import IterableConnectionUpdate",
        "import connector_catalog; connector_catalog.get_model('stitch', 'platform.braintree')",
        "import connector_catalog; connector_catalog.get_model('fivetran', 'iterable', action='update')",
    ],
)
def test_a_model_without_pydantic_says_what_to_install(ask: str) -> None:
    done = _run(f"{WITHOUT_PYDANTIC}\n{ask}")

    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last == "ModuleNotFoundError: models need pydantic: install connector-catalog[models]"


MODELS = {"variant_models", "partial_models"}
"""They make models of models: ``object_model`` imports them, and they name its class for type checkers."""


def _imported(source: Path) -> set[str]:
    """The package's modules that a module imports, late or for type checkers, too."""
    above = source.relative_to(PROJECT / PACKAGE_SOURCE).parts[:-1]
    found = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = (*above[: len(above) - node.level + 1], *(node.module.split(".") if node.module else ()))
            found |= {".".join(base), *(".".join((*base, each.name)) for each in node.names)}
    return found


def test_no_modules_of_the_package_import_each_other() -> None:
    folder = PROJECT / PACKAGE_SOURCE
    sources = {".".join(each.relative_to(folder).with_suffix("").parts): each for each in folder.rglob("*.py")}
    graph = {name: _imported(source) & sources.keys() - {name} for name, source in sources.items()}
    for name in MODELS:
        graph[name].discard("object_model")

    assert len([*graphlib.TopologicalSorter(graph).static_order()]) > 100
