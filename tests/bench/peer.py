"""The alternative to this project: datamodel-code-generator on the OpenAPI file itself.

``python -m tests.bench.peer generate OPENAPI MODULE`` writes its models. ``python -m tests.bench.peer accept OPENAPI
MODULE`` prints how many of the file's example configurations they accept, and the seconds that importing them takes.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
import time
import warnings
from pathlib import Path
from typing import Any

import datamodel_code_generator
from datamodel_code_generator.enums import DataModelType

from tests.bench.configurations import configurations


def generate(openapi: Path, module: Path) -> None:
    """Write the models of the whole file as one module."""
    warnings.simplefilter("ignore")
    datamodel_code_generator.generate(
        openapi,
        input_file_type=datamodel_code_generator.InputFileType.OpenAPI,
        output=module,
        output_model_type=DataModelType.PydanticV2BaseModel,
    )


def accept(openapi: Path, module: Path) -> dict[str, Any]:
    """Return how many example configurations the models accept, of how many, and the seconds of their import."""
    start = time.perf_counter()
    spec = importlib.util.spec_from_file_location("peer_models", module)
    assert spec is not None
    assert spec.loader is not None
    models = importlib.util.module_from_spec(spec)
    sys.modules["peer_models"] = models
    spec.loader.exec_module(models)
    seconds = time.perf_counter() - start
    classes = {_plain(name): value for name, value in vars(models).items() if hasattr(value, "model_validate")}
    requests = {"source": "NewConnectorRequestV1", "destination": "NewDestinationRequest"}
    shown = configurations(json.loads(openapi.read_text(encoding="utf-8")))
    accepted = 0
    for (role, service), steps in shown.items():
        name = _plain(f"{service}_{requests[role]}")
        model = classes.get(name) or classes[f"field{name}"]
        envelope = {"group_id": "group", "service": service, "time_zone_offset": "0"}
        try:
            model.model_validate(envelope | steps)
            accepted += 1
        except ValueError:
            pass
    return {"accepted": accepted, "total": len(shown), "import": seconds}


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


if __name__ == "__main__":
    action, source, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if action == "generate":
        generate(source, target)
    else:
        sys.stdout.write(json.dumps(accept(source, target)))
