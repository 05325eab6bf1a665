"""A case as one HTML file that works anywhere: without relnet, a network, or even a script."""
