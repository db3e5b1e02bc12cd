"""The one error this package raises."""

from collections.abc import Mapping
from typing import Any


class ReformlabError(Exception):
    """What went wrong, and what to do.

    Attributes:
        code: as docs/errors.md and docs/python.md list them.
        message: what is wrong.
        remedy: what to do.
        details: the offending names and values; of a reform's text also `line` and `column`.
    """

    def __init__(
        self, code: str, message: str, remedy: str, details: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy
        self.details = dict(details or {})

    def __str__(self) -> str:
        return f"{self.message}\n  {self.remedy} ({self.code})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.code, self.message, self.remedy, self.details))

    def _render_traceback_(self) -> list[str]:
        """Notebooks show this in place of a traceback: the mistake is in what was asked, not in code."""
        return f"ReformlabError: {self}".split("\n")

    @classmethod
    def of_answer(cls, answer: Any) -> "ReformlabError":
        """From the body of an answer, `{"error": {"code", "message", "remedy", "details"}}`."""
        error = answer["error"]
        return cls(error["code"], error["message"], error["remedy"], error.get("details"))

    def as_answer(self) -> dict[str, Any]:
        """The body of an answer, in the engine's shape."""
        error = {"code": self.code, "message": self.message, "remedy": self.remedy, "details": self.details}
        return {"error": error}
