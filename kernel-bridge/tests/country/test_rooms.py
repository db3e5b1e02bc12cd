"""Rooms of `reformlab.country` import only from rooms above them."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "reformlab" / "country"
ROOMS = [
    "program",
    "symbols",
    "law",
    "simulation",
    "traces",
    "populations",
    "host",
    "preparation",
    "checks",
    "yaml_tests",
    "use",
]


@pytest.mark.parametrize("room", ROOMS)
def test_imports_point_up(room: str) -> None:
    below = set(ROOMS[ROOMS.index(room) + 1 :])
    for path in (ROOT / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.ImportFrom) and node.level == 2:
                imported = (node.module or "").partition(".")[0]
                assert imported not in below, f"{path.name} imports {node.module}"


def test_every_room_is_listed() -> None:
    assert sorted(ROOMS) == sorted(path.name for path in ROOT.iterdir() if (path / "__init__.py").exists())
