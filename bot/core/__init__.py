"""The engine: what stands between the platforms and the cogs."""
