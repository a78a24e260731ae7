"""The commands that are always there, with the anatomy of every cog; their texts are ``core.ftl``."""
