"""`GET /reformlab/api/handshake`: what is installed and how the engine is, also while it is not running."""

from dataclasses import asdict
from typing import Any

from ..bundle import about
from ..errors import ReformlabError
from ..version import __version__
from .engine_handler import EngineHandler
from .identity import caller_of

PROTOCOL = 1
"""Rises when panels of before could not read the answers of after."""


class HandshakeHandler(EngineHandler):
    """Starts nothing and never waits."""

    def get(self) -> None:
        """Versions, who asks, and the engine's state with its log's end and what to do where it fails."""
        caller = caller_of(self.current_user)
        self.set_header("Cache-Control", "no-store")
        self.finish(
            {
                "protocol": PROTOCOL,
                "distribution": __version__,
                "bundle": _bundle(),
                "engine": asdict(self.engine.status()),
                "user": {"name": caller.name, "scopes": list(caller.scopes), "groups": list(caller.groups)},
            }
        )


def _bundle() -> dict[str, Any]:
    try:
        return dict(about())
    except ReformlabError as error:
        return error.as_answer()
