"""Blocks: the structure of a document (headings, paragraphs, lists, tables, code, schemas), without its meaning."""
