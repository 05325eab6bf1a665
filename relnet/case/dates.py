"""Dates of a case: EDTF (ISO 8601-2), checked with the ``edtf`` package."""

from edtf import EDTFParseException, parse_edtf


def checked_edtf(value: str) -> str:
    """Give the date back if it is EDTF.

    Raises:
        ValueError: the text is not an EDTF date; the message says what one looks like.
    """
    try:
        parse_edtf(value)
    except (EDTFParseException, ValueError) as fault:
        raise ValueError(
            f"{value!r} is not a date that relnet can read. Write it as '2025-06', '2025~' "
            "(about), '2018-10-25' or '2025-01/2025-05' (from/to)."
        ) from fault
    return value
