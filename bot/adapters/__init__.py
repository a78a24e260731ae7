"""Gateways: each translates between one platform and the core, and knows no other."""
