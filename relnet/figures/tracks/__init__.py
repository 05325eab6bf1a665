"""Tracks: every relationship over all stages, one row each, as a scene."""
