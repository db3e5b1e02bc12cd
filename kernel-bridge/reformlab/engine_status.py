"""How the engine is, for people and panels."""

from dataclasses import dataclass
from enum import StrEnum


class EngineState(StrEnum):
    """What a panel shows."""

    STOPPED = "stopped"
    """It starts when it is needed."""
    STARTING = "starting"
    READY = "ready"
    RESTARTING = "restarting"
    """It ended by itself and comes back when it is needed."""
    FAILED = "failed"
    """It ended by itself several times in a row, and is left alone for a while."""


@dataclass(frozen=True)
class EngineStatus:
    """For people: how the engine is, and what to do about it."""

    state: EngineState
    pid: int | None
    """Of its process, while it runs."""
    doing: str | None
    """What it does, while it starts or fetches."""
    remedy: str | None
    """What to do, where it fails."""
    log: str | None
    """Path of its log."""
    log_tail: list[str]
