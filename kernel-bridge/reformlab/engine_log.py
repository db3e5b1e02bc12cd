"""What engines write while they run: a file for each, of which the newest are kept."""

import json
import os
import tempfile
import time
from pathlib import Path

from .errors import ReformlabError

KEPT = 8
MOST_BYTES = 16 << 20


def cache_folder() -> Path:
    """The engine's: `$REFORMLAB_CACHE`, else `$XDG_CACHE_HOME/reformlab`, else `~/.cache/reformlab`."""
    if own := os.environ.get("REFORMLAB_CACHE"):
        return Path(own).resolve()
    if shared := os.environ.get("XDG_CACHE_HOME"):
        return Path(shared).resolve() / "reformlab"
    return Path.home() / ".cache" / "reformlab"


def new_log() -> Path:
    """An empty file, in the cache folder or, where that cannot be written, among temporary files."""
    name = f"engine-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.log"
    for folder in (cache_folder() / "logs", Path(tempfile.gettempdir()) / f"reformlab-logs-{os.getuid()}"):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = folder / name
            path.touch(mode=0o600)
        except OSError:
            continue
        for old in sorted(folder.glob("engine-*.log"), key=lambda log: log.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
        return path
    return Path(os.devnull)


def keep_small(log: Path) -> None:
    """Empties a log that has grown too long; the engine appends, so it goes on at the beginning."""
    if log.is_file() and log.stat().st_size > MOST_BYTES:
        os.truncate(log, 0)


def log_tail(log: Path | None, lines: int = 20) -> list[str]:
    """The last lines, oldest first; without what the service notes of requests that went well."""
    return [line for line in _end_of(log) if not _is_routine(line)][-lines:]


def last_progress(log: Path | None) -> str | None:
    """What the engine last said it was doing, for instance "Fetching the population data …"."""
    said = [line for line in _end_of(log) if not line.startswith("{")]
    return said[-1] if said and said[-1].endswith("…") else None


def last_error(log: Path | None) -> ReformlabError | None:
    """What the engine said when it ended: the last thing in its log, over several lines."""
    lines = _end_of(log)
    begins = max((index for index, line in enumerate(lines) if line == "{"), default=len(lines))
    try:
        return ReformlabError.of_answer(json.loads("\n".join(lines[begins:])))
    except (ValueError, KeyError, TypeError):
        return None


def _end_of(log: Path | None) -> list[str]:
    if log is None or not log.is_file():
        return []
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - (64 << 10)))
        return [line for line in file.read().decode(errors="replace").splitlines() if line.strip()]


def _is_routine(line: str) -> bool:
    try:
        level = json.loads(line).get("level", 0)
    except (ValueError, AttributeError):
        return False
    return isinstance(level, int) and level < 40
