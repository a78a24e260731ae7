"""Everything that members and admins can do about spies, a file for each of its stories."""

from cogs.spies.cog import asking, command, file, keeping, line, matching_tool, records, safety
from cogs.spies.cog.base import COG

__all__ = ["COG", "asking", "command", "file", "keeping", "line", "matching_tool", "records", "safety"]
