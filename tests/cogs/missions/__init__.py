"""Missions, seen from outside."""
