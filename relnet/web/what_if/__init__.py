"""What if: something tried on a case, on the screen alone, and kept nowhere."""
