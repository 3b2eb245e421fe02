"""Readers of Fivetran's documents."""
