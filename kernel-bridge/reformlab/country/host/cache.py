"""Where what was checked is kept on the user's machine: never in a repository, never sent anywhere."""

import hashlib
import os
from functools import cache
from pathlib import Path

from ...bundle import FOLDER
from ...engine_log import cache_folder
from ..law.load_system import System


def country_folder(system: System) -> Path:
    """Of one version of one package."""
    return cache_folder() / "countries" / f"{system.name}-{system.version}"


@cache
def makers_hash() -> str:
    """Of all that traces and runs programs: what other code kept is not this code's."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.parent.rglob("*.py")):
        digest.update(path.read_bytes())
    for path in sorted(FOLDER.glob("*.mjs")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def write_whole(path: Path, content: bytes) -> None:
    """Others see the old content or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    draft.write_bytes(content)
    draft.replace(path)
