"""Tests of ``relnet.exchange``."""
