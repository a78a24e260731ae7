"""The features. Each folder is one cog; they are discovered, and nothing in ``bot`` knows any of them."""
