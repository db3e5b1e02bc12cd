"""Says what is being waited for, once that takes longer than a moment."""

import sys
import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as StillRunning
from html import escape
from typing import Any, TypeVar

PATIENCE = 1.0
"""Seconds before a word is said."""
STEP = 0.25

Result = TypeVar("Result")


def wait_for(work: "Future[Result]", doing: Callable[[], str]) -> Result:
    """The result of `work`; meanwhile `doing` says what to show."""
    began = time.monotonic()
    shown: _Line | None = None
    try:
        while True:
            try:
                return work.result(timeout=STEP)
            except StillRunning:
                if work.done():
                    raise
            seconds = time.monotonic() - began
            if seconds > PATIENCE:
                shown = shown or _new_line()
                shown.show(f"{doing()} {seconds:.0f} s")
    finally:
        if shown:
            shown.clear()


class _Line:
    """Shows nothing: the output is a file or a pipe."""

    def show(self, text: str) -> None:
        """Puts `text` in place of what was shown."""

    def clear(self) -> None:
        """Leaves nothing behind."""


class _TerminalLine(_Line):
    def show(self, text: str) -> None:
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()

    def clear(self) -> None:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


class _NotebookLine(_Line):
    def __init__(self, display: Callable[..., Any]) -> None:
        self._display = display
        self._handle: Any = None

    def show(self, text: str) -> None:
        content = {"text/plain": text, "text/html": f"<i>{escape(text)}</i>"}
        if self._handle is None:
            self._handle = self._display(content, raw=True, display_id=True)
        else:
            self._handle.update(content, raw=True)

    def clear(self) -> None:
        if self._handle is not None:
            self._handle.update({"text/plain": "", "text/html": ""}, raw=True)


def _new_line() -> _Line:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and getattr(shell, "kernel", None) is not None:
        from IPython.display import display

        return _NotebookLine(display)
    return _TerminalLine() if sys.stderr.isatty() else _Line()
