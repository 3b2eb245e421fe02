"""Programs that use the package as its users do; type checkers read them, and the tests run them."""
