"""Secrets that are sent back: tokens and codes."""

import secrets


def is_same(told: str, known: str) -> bool:
    """Whether what was told is a secret that is known; how long that takes tells nothing of it.

    Any text may be told: half of a pair of signs, too.
    """
    return secrets.compare_digest(told.encode(errors="replace"), known.encode())
