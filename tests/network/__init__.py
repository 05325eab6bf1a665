"""Tests of relnet.network."""
