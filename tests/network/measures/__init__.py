"""The tests of the measures, one module for each."""
