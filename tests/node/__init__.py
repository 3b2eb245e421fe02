"""Tests with JavaScript tools: ajv and yaml-language-server, on the Node of a Python wheel."""
