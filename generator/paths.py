"""The one module that knows the names of folders and files."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from generator.files.folders import files_in, folders_in

PROJECT = Path(__file__).resolve().parent.parent
"""The checkout that this generator is part of."""

TEMPLATES = PROJECT / "templates"
PACKAGE_SOURCE = TEMPLATES / "connector_catalog"
"""The source of the import package: modules that are copied, and templates of those that are rendered."""

GENERATOR = PROJECT / "generator"

CATALOG = "catalog"
CONNECTORS = "catalog/connectors"
ENVELOPES = "catalog/envelopes"
CHANGES = "catalog/changes"
DATA_CHANGELOG = "catalog/CHANGELOG.md"
INDEX = "catalog/index.json"
META_SCHEMA = "catalog/connector.schema.json"
GENERATED = "generated"
PACKAGE = "generated/connector_catalog"
REFERENCE = "generated/reference"


@dataclasses.dataclass(frozen=True)
class Layout:
    """The paths of a project's input files."""

    root: Path = PROJECT

    @property
    def captures(self) -> Path:
        """The reduced copies of the vendors' documents."""
        return self.root / CATALOG / "documents"

    @property
    def vendors(self) -> Path:
        """The vendors' profiles."""
        return self.root / CATALOG / "vendors"

    @property
    def corrections(self) -> Path:
        """The vendors' mistakes, put right by hand."""
        return self.root / CATALOG / "corrections"

    @property
    def history(self) -> Path:
        """The dates on which connectors, properties and values appeared in documents."""
        return self.root / CATALOG / "history"

    @property
    def changes(self) -> Path:
        """The releases of the data, with what changed in each."""
        return self.root / CHANGES

    @property
    def glossary(self) -> Path:
        """The descriptions in this project's own words."""
        return self.root / CATALOG / "glossary.yaml"

    @property
    def secrecy(self) -> Path:
        """The names that look like secrets but are not."""
        return self.root / CATALOG / "secrecy.yaml"

    @property
    def systems(self) -> Path:
        """The reviewed decisions about systems that several vendors connect to."""
        return self.root / CATALOG / "systems"

    @property
    def synonyms(self) -> Path:
        """The words that the rules about systems take for the same."""
        return self.root / CATALOG / "synonyms.yaml"

    @property
    def names(self) -> Path:
        """The display names of connectors whose documents give them none."""
        return self.root / CATALOG / "names.yaml"

    @property
    def kept_site(self) -> Path:
        """The file in which builds of the site keep what they have made."""
        return self.root / ".cache" / "site.json"

    @property
    def cache(self) -> Path:
        """The outputs and digests that earlier runs have kept; never committed."""
        return self.root / ".cache" / "generate"

    def inputs(self) -> list[Path]:
        """Return all files that the catalog is made from."""
        captures = [path for folder in folders_in(self.captures) for path in files_in(folder, ".json")]
        return [*captures, *files_in(self.history, ".json"), *files_in(self.changes, ".json"), *self.tables()]

    def inputs_of(self, vendor: str) -> list[Path]:
        """Return the files that the entries of one vendor are made from."""
        return [*files_in(self.captures / vendor, ".json"), self.history / f"{vendor}.json", *self.tables()]

    def tables(self) -> list[Path]:
        """Return the hand-written files; each may concern any vendor."""
        files = [*files_in(self.corrections, ".json"), *files_in(self.vendors, ".yaml")]
        files += files_in(self.systems, ".yaml")
        return [*files, self.glossary, self.secrecy, self.names]
