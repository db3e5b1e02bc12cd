"""What the engine gets to see of this process's environment."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

SECRETS = ("JUPYTER_TOKEN", "JUPYTERHUB_", "JPY_")
"""Beginnings of names that are none of the engine's business."""


def with_this_python(environment: Mapping[str, str]) -> dict[str, str]:
    """This Python first on the path: the engine fetches populations with its pip, runs packages with it.

    Where `REFORMLAB_PYTHON` says another, that one has the packages.
    """
    path = [str(Path(sys.executable).parent), environment.get("PATH")]
    of_packages = environment.get("REFORMLAB_PYTHON") or sys.executable
    return {**environment, "PATH": os.pathsep.join(filter(None, path)), "REFORMLAB_PYTHON": of_packages}


def engine_environment(token_secret: str) -> dict[str, str]:
    """For an engine that this process starts: without secrets of the server, with one of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(SECRETS)}
    return {**with_this_python(environment), "REFORMLAB_TOKEN_SECRET": token_secret}
