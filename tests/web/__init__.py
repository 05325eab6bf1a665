"""Tests of relnet.web without a browser."""
