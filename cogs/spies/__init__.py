"""Language buddies: a member's file, matching, the line between two (or three), and keeping it safe."""
