"""What became of one case."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Status = Literal["passed", "passed with original", "failed", "untraceable", "original fails"]


@dataclass(frozen=True)
class CaseResult:
    """A case of a package's YAML tests under the compiled program.

    `passed with original` has inputs that the original engine computed, for variables that cannot be traced;
    `original fails` is not judged: the original engine does not pass it either.
    """

    file: str
    name: str
    status: Status
    cause: str = ""
    root: str = ""
    """Of a failed case the first variable that differs while what it reads does not."""

    def as_json(self) -> dict[str, Any]:
        """Without a cause and a root where there are none."""
        return {
            key: value for key, value in asdict(self).items() if value or key in ("file", "name", "status")
        }
