"""Benchmarks of hipkit beside what it is compared to."""
