"""When an engine that ends by itself may start again."""

import time

AT_ONCE_AFTER = 60.0
"""Seconds after which the end of an engine says nothing about the next."""
MOST_FAILURES = 5
REST = 60.0
"""Seconds without a try after that many."""


class RestartPolicy:
    """At once after the first failure, then after 1, 2 and 4 seconds, then not for a minute."""

    def __init__(self) -> None:
        self.failures = 0
        self._started = 0.0
        self._ended = 0.0

    def started(self) -> None:
        """An engine answers."""
        self._started = time.monotonic()

    def ended(self) -> None:
        """It ended by itself, or did not start."""
        lasted = time.monotonic() - self._started if self._started else 0.0
        self.failures = 1 if lasted > AT_ONCE_AFTER else self.failures + 1
        self._started = 0.0
        self._ended = time.monotonic()

    def delay(self) -> float | None:
        """Seconds to wait before the next try; None while there is none."""
        if self.has_given_up():
            return None
        if self.failures < 2 or self.failures >= MOST_FAILURES:
            return 0.0
        return max(0.0, self._ended + 2.0 ** (self.failures - 2) - time.monotonic())

    def has_given_up(self) -> bool:
        """For the time being."""
        return self.seconds_left() > 0

    def seconds_left(self) -> float:
        """Until it is tried again after too many failures; else 0."""
        if self.failures < MOST_FAILURES:
            return 0.0
        return max(0.0, self._ended + REST - time.monotonic())
