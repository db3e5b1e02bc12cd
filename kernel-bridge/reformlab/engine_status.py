"""How the engine is, for people and panels."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class EngineState(StrEnum):
    """What a panel shows."""

    STOPPED = "stopped"
    """It starts when it is needed."""
    STARTING = "starting"
    READY = "ready"
    RESTARTING = "restarting"
    """It ended by itself and comes back when it is needed."""
    FAILED = "failed"
    """It said why it cannot start; or it ended several times in a row, and is left alone for a while."""


@dataclass(frozen=True)
class EngineStatus:
    """For people: how the engine is, and what to do about it."""

    state: EngineState
    pid: int | None
    """Of its process, while it runs."""
    model: Mapping[str, str | None] | None
    """The country package that it is of, and the name of its population; None for our own law."""
    doing: str | None
    """What it does, while it starts or fetches."""
    problem: Mapping[str, Any] | None
    """What it said, where it cannot start: code, message, remedy, details."""
    remedy: str | None
    """What to do, where it fails."""
    log: str | None
    """Path of its log."""
    log_tail: list[str]
