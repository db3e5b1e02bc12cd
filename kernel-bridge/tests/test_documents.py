"""What the pages say to write is written here."""

import re

import pytest

from .conftest import ROOT


@pytest.mark.parametrize("page", ["docs/python.md", "kernel-bridge/README.md"])
def test_examples_run(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert blocks
    names: dict[str, object] = {}
    for block in blocks:
        exec(block, names)  # noqa: S102
    if "totals" in names:
        totals = names["totals"]
        assert isinstance(totals, list)
        assert totals == sorted(totals, reverse=True)
        assert totals[0] == 0
