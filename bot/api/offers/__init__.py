"""What one cog has that another wants, as Protocols: the asker gets it by ``ctx.find(...)``, or None."""
