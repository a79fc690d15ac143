"""The eval suites: cases, the product's own functions, plain checks."""
