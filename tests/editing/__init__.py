"""Tests of relnet.editing."""
