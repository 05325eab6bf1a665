"""Joins phrases into lists, and whole sentences into a paragraph."""

import re
from collections.abc import Iterable
from functools import reduce

from relnet.wording import _

_LAST_STOP = re.compile(r"\.(?=[”’\"')]*$)")


def listed(items: Iterable[str]) -> str:
    """Give "A", "A and B" or "A, B and C"; "" for nothing."""
    *earlier, last = list(items) or [""]
    return (
        _("{earlier} and {last}").format(earlier=with_commas(earlier), last=last)
        if earlier
        else last
    )


def with_commas(items: Iterable[str]) -> str:
    """Give "A, B, C"; "" for nothing."""

    def joined(earlier: str, following: str) -> str:
        return _("{earlier}, {following}").format(earlier=earlier, following=following)

    return reduce(joined, list(items) or [""])


def with_semicolons(items: Iterable[str]) -> str:
    """Give "A; B; C", for items that have commas of their own; "" for nothing."""

    def joined(earlier: str, following: str) -> str:
        return _("{earlier}; {following}").format(earlier=earlier, following=following)

    return reduce(joined, list(items) or [""])


def without_stop(text: str) -> str:
    """Take the last full stop from a text that stands inside a sentence of ours."""
    return _LAST_STOP.sub("", text.strip())


def paragraph(sentences: Iterable[str]) -> str:
    """Set whole sentences one after the other, leaving out the empty ones."""
    return " ".join(sentence for sentence in sentences if sentence)
