"""Tests of ``relnet.exchange``."""

import relnet.exchange  # noqa: F401 - before openpyxl, as in relnet: it says how XML is read
