"""What became of a package's tests, for people and as data."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from .case_result import CaseResult, Status
from .run_tests import TestRun

JUDGED: tuple[Status, ...] = ("passed", "passed with original", "failed", "untraceable")
BY: dict[Status, str] = {
    "failed": "root variable",
    "untraceable": "cause",
    "passed with original": "variables that cannot be traced",
}
SHOWN = 3
"""Cases named below each cause; `--json` has all."""


def as_data(run: TestRun) -> dict[str, Any]:
    """Everything."""
    counts = Counter(result.status for result in run.results)
    return {
        "package": run.package,
        "version": run.version,
        "counts": {status: counts[status] for status in (*JUDGED, "original fails")},
        "passed_share": passed_share(run),
        "cases": [result.as_json() for result in run.results],
    }


def passed_share(run: TestRun) -> float | None:
    """Of the cases that the original engine passes; none where it passes none."""
    counts = Counter(result.status for result in run.results)
    judged = sum(counts[status] for status in JUDGED)
    return (counts["passed"] + counts["passed with original"]) / judged if judged else None


def as_text(run: TestRun) -> Iterator[str]:
    """Lines."""
    counts = Counter(result.status for result in run.results)
    judged = sum(counts[status] for status in JUDGED)
    files = len({result.file for result in run.results})
    yield f"{run.package} {run.version}: {judged:,} cases in {files:,} files that the original engine passes"
    for status in JUDGED:
        share = f"{counts[status] / judged:7.2%}" if judged else ""
        yield f"  {status:<22}{counts[status]:>8,}  {share}"
    if counts["original fails"]:
        yield f"  not judged, for the original engine does not pass them either: {counts['original fails']:,}"
    for status, by in BY.items():
        yield from _by_cause(status, by, [result for result in run.results if result.status == status])


def _by_cause(status: str, by: str, results: list[CaseResult]) -> Iterator[str]:
    causes: dict[str, list[CaseResult]] = {}
    for result in results:
        causes.setdefault(_cause(result), []).append(result)
    if causes:
        yield f"\n{status}, by {by}"
    for cause, cases in sorted(causes.items(), key=lambda item: -len(item[1])):
        yield f"  {len(cases):>6,}  {cause}"
        for case in cases[:SHOWN]:
            said = f": {case.cause}" if case.cause != cause else ""
            yield f"          {case.file} · {case.name}{said}"
        if len(cases) > SHOWN:
            yield f"          and {len(cases) - SHOWN:,} more"


def _cause(result: CaseResult) -> str:
    """Periods left out, so that the same cause in other years is one."""
    if result.status == "failed":
        return (result.root or result.cause.partition(":")[0]).partition("@")[0]
    return result.cause
