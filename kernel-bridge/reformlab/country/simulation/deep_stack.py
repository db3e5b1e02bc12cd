"""Room for formulas that ask each other hundreds deep."""

import sys
import threading
from collections.abc import Callable


def with_deep_stack(run: Callable[[], None]) -> None:
    """Laws call each other hundreds of variables deep, and each call passes through NumPy."""
    failure: list[BaseException] = []

    def guarded() -> None:
        try:
            run()
        except BaseException as error:
            failure.append(error)

    limit, size = sys.getrecursionlimit(), threading.stack_size(512 << 20)
    sys.setrecursionlimit(max(limit, 100_000))
    try:
        thread = threading.Thread(target=guarded)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(size)
        sys.setrecursionlimit(limit)
    if failure:
        raise failure[0]
