"""Bearer tokens as the engine reads them: JWT signed by HS256 with a secret of each start."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

SECONDS = 60
"""How long a token holds."""


@dataclass(frozen=True)
class Caller:
    """Who asks, and what they may: of `read`, `run`, `admin`, each of which may all that those before may."""

    name: str
    scopes: Sequence[str]
    groups: Sequence[str] = field(default_factory=tuple)


def signed_token(caller: Caller, secret: str) -> str:
    """A token for one request."""
    now = int(time.time())
    claims = {
        "iss": "reformlab",
        "aud": "reformlab-engine",
        "sub": caller.name,
        "grp": list(caller.groups),
        "scp": list(caller.scopes),
        "iat": now,
        "exp": now + SECONDS,
    }
    signed = f"{_part({'alg': 'HS256', 'typ': 'JWT'})}.{_part(claims)}"
    return f"{signed}.{_base64(hmac.new(secret.encode(), signed.encode(), hashlib.sha256).digest())}"


def _part(content: object) -> str:
    return _base64(json.dumps(content, separators=(",", ":")).encode())


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
