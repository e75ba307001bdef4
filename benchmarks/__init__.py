"""The figures that the documentation quotes, measured anew by `python -m benchmarks`."""
