"""Where what was checked is kept on the user's machine: never in a repository, never sent anywhere."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import BinaryIO

from ...bundle import FOLDER
from ...engine_log import cache_folder

COUNTRY = Path(__file__).parent.parent
TRACING_ROOMS = ("program", "symbols", "law", "simulation", "traces", "populations", "preparation")


def country_folder(package: str, versions: str) -> Path:
    """Of one version of one package."""
    return cache_folder() / "countries" / f"{package}-{versions}"


@cache
def makers_hash() -> str:
    """Of all that traces and runs programs: what other code kept is not this code's."""
    digest = hashlib.sha256()
    for path in sorted([*COUNTRY.rglob("*.py"), *FOLDER.glob("*.mjs")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@cache
def tracers_hash() -> str:
    """Of all that makes a program of a package and inputs of a population; no engine has a part in that."""
    digest = hashlib.sha256()
    for room in TRACING_ROOMS:
        for path in sorted((COUNTRY / room).glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def write_whole(path: Path, content: bytes) -> None:
    """Others see the old content or the new one."""
    with written_whole(path) as stream:
        stream.write(content)


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content others see once all of it is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("wb") as stream:
            yield stream
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
