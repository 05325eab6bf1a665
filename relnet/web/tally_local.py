"""Which addresses this computer has in the networks that it is part of."""

import ipaddress
import socket

# One address in each kind of private network: the computer says from where it would write to
# it. Nothing is sent.
_TOWARDS = ("192.168.254.254", "10.254.254.254", "172.31.254.254", "192.0.2.254")
_ANY_PORT = 9


def local_addresses() -> tuple[str, ...]:
    """Give this computer's IPv4 addresses in private networks; none where it is in none.

    Addresses that the whole internet could reach are left out.
    """
    found = dict.fromkeys(_from_where(address) for address in _TOWARDS)
    return tuple(address for address in found if address is not None and is_local(address))


def is_local(address: str) -> bool:
    """Whether an address belongs to a private network, and not to this computer alone."""
    known = ipaddress.ip_address(address)
    return known.is_private and not known.is_loopback and not known.is_unspecified


def _from_where(address: str) -> str | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect((address, _ANY_PORT))
        except OSError:
            return None
        return str(asking.getsockname()[0])
