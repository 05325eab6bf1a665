"""Structural holes: how much of the young person's network leads to the same people.

networkx has both measures. Its constraint of one person takes 130 ms for the nine stages of
a large case, since it works through any weights; with every tie counting 1 both formulas
become one line. The tests hold them against networkx and igraph.
"""

from math import fsum

from relnet.network.measures.ego import EgoNetwork


def effective_size(ego: EgoNetwork) -> float | None:
    """Give the effective size of the young person's network.

    Definition: the number of alters, less what they repeat of each other: the mean number of
    ties that an alter has to the other alters.

    Formula: n - Σⱼ Σ_q p_eq m_jq (q ≠ e, j); with every tie counting 1 it is n - 2t / n, t =
    ties among the n alters (Borgatti 1997, Connections 20(1), 35-38).

    Source: Burt 1992, Structural Holes, ch. 2.

    Args:
        ego: the network around the young person.

    Returns:
        A number from 1 to n. None for the empty network: the young person is an isolate. An
        alter who is an isolate repeats nobody, and counts whole.
    """
    number = ego.alters.number_of_nodes()
    return number - 2 * ego.alters.number_of_edges() / number if number else None


def constraint(ego: EgoNetwork) -> float | None:
    """Give the constraint on the young person.

    Definition: how far the network leads back to the same alters, directly and through each
    other.

    Formula: Σⱼ (p_ej + Σ_q p_eq p_qj)², q ≠ e, j; p_xy = the share of x's ties that is the
    one with y. With every tie counting 1, p_ej = 1 / n and p_qj = 1 / (1 + q's ties among
    the alters).

    Source: Burt 1992, Structural Holes, ch. 2.

    Args:
        ego: the network around the young person.

    Returns:
        A positive number: 1 for a single alter, 1/n for n isolates; a small dense network
        may pass 1 (two alters who are tied: 1.125). None for the empty network.
    """
    graph = ego.alters
    number = graph.number_of_nodes()
    if not number:
        return None
    through = {alter: 1 / (1 + len(near)) for alter, near in graph.adjacency()}
    sums = (1 + fsum(through[other] for other in near) for _, near in graph.adjacency())
    return fsum((one / number) ** 2 for one in sums)
