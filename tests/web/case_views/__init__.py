"""Tests of the views beside the map (``relnet/web/views``)."""
