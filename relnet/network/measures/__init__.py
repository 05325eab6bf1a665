"""Measures of a case: one idea a module, plain numbers, each with its definition beside it.

Every measure states its definition, formula, source, and its answer for the empty network.
What is undefined is None, never 0 and never NaN. Relationships that bring harm alone are
counted apart, and those not known are a number of their own.
"""
