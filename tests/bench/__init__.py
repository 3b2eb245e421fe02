"""Benchmarks: each figure beside its goal, measured with its peer in the same run."""
