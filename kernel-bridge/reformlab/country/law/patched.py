"""Attributes of a package's classes and modules that are others for a while."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import getattr_static
from typing import Any


@contextmanager
def patched(owner: Any, name: str, patch: Callable[[Any], Any]) -> Iterator[None]:
    """What `patch` makes of the attribute stands in its place; an inherited one is inherited again."""
    original, is_own = getattr_static(owner, name), name in vars(owner)
    setattr(owner, name, patch(original))
    try:
        yield
    finally:
        if is_own:
            setattr(owner, name, original)
        else:
            delattr(owner, name)
