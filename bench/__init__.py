"""How fast relnet is, measured beside its peers: ``python -m bench``, ``make bench``."""
