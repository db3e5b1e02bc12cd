"""How much memory processes take."""

import resource
import sys
from pathlib import Path


def resident_bytes() -> int:
    """Now, where the system says; else the most so far."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return peak_bytes()
    return pages * resource.getpagesize()


def peak_bytes() -> int:
    """The most since the process began."""
    return in_bytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def in_bytes(most: int) -> int:
    """From `ru_maxrss`, whose unit differs between systems."""
    return most if sys.platform == "darwin" else most * 1024


def peak_bytes_of(process: int) -> int:
    """The most another process of ours took, where the system says; else nothing."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    peaks = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(peaks[0]) * 1024 if peaks else 0
