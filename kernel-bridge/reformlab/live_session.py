"""Patches in, impacts out: for many small changes of one law."""

import contextlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from .engine_socket import EngineConnection
from .errors import ReformlabError
from .population_impact import Impact
from .reforms import DEFAULT_YEAR, Reforms, reform, texts_of
from .request import ask, engine, headers_for


class LiveSession:
    """A population and a baseline that stay open."""

    def __init__(self, path: str, year: int, frames: Iterator[Mapping[str, Any]]) -> None:
        self._path = path
        self._year = year
        self._frames = frames
        self._sequence = 0

    def patch(self, changes: Mapping[str, Any]) -> Impact:
        """What `changes` of parameters, all that differs from the baseline from the session's year on, do.

        Raises the engine's errors.
        """
        reforms = [reform(changes, year=self._year)] if changes else []
        self._sequence += 1
        patch = {"sequence": self._sequence, "changes": changes}
        ask("POST", f"{self._path}/patches", patch)
        for frame in self._frames:
            if frame["sequence"] < self._sequence:
                continue
            if error := frame.get("error"):
                raise ReformlabError(
                    error["code"], error["message"], "Change the patch.", error.get("details")
                )
            return Impact(frame["impact"], reforms)
        raise engine.lost()


@contextlib.contextmanager
def live(
    *,
    year: int = DEFAULT_YEAR,
    baseline: Reforms = None,
    dataset: str = "us-cps",
    convention: str = "default",
) -> Iterator[LiveSession]:
    """For `with rl.live() as session: session.patch({"gov.irs.credits.ctc.amount.base": 3000})`.

    Args:
        year: of law and population, and that from which patches hold.
        baseline: what patches differ from, in place of the law as it stands.
        dataset: a name of `datasets()`.
        convention: whose incomes are compared and how.

    Raises the engine's errors.
    """
    body = {
        "dataset": dataset,
        "year": year,
        "baseline": texts_of(baseline, year),
        "convention": convention,
    }
    path = f"/v1/sessions/{ask('POST', '/v1/sessions', body)['id']}"
    address = engine.start()
    connection = EngineConnection(address.socket)
    try:
        with engine.in_use():
            accept = {"Accept": "text/event-stream"}
            connection.request("GET", f"{path}/frames", headers=headers_for(address.secret) | accept)
            yield LiveSession(path, year, _events(connection))
    finally:
        connection.close()
        with contextlib.suppress(ReformlabError):
            ask("DELETE", path)


def _events(connection: EngineConnection) -> Iterator[Mapping[str, Any]]:
    """The data of server-sent events."""
    response = connection.getresponse()
    data: list[str] = []
    while line := response.readline().decode():
        if line.startswith("data:"):
            data.append(line[5:].strip())
        elif line == "\n" and data:
            yield json.loads("\n".join(data))
            data.clear()
