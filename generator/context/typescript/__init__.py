"""The TypeScript package."""
