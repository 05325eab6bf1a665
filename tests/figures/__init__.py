"""Tests of relnet.figures."""
