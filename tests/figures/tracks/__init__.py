"""Tests of the picture of the tracks."""
