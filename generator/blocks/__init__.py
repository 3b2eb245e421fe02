"""Blocks: what a page is made of (headings, paragraphs, lists, tables, code), without any meaning yet."""
