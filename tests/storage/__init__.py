"""Tests of relnet.storage."""
