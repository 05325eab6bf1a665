"""Tests of relnet.case."""
