"""Missions: question cards whose answers unlock each other, a mission for one, and the language clock."""
