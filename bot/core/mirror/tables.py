"""The mirror's tables: routes, lines, the copies that lines became, and who must not be repeated.

A *line* is one original on one route. Lines become a *copy*: mostly one line alone, and several where messages were put
together; then each is a section of it. A copy stands as one post, or as several where it was too long for one.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, SmallInteger, Table, Text, UniqueConstraint

from bot.core.tables import METADATA, BigId, UtcDateTime, Words

ROUTE = Table(
    "mirror_route",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("cog", Text, nullable=False),
    Column("knot", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("source_id", BigId, ForeignKey("place.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("target_id", BigId, ForeignKey("place.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("community_id", BigId, ForeignKey("community.id", ondelete="CASCADE"), index=True),
    Column("manner", Text, nullable=False, comment="JSON"),
    Column("closed", UtcDateTime, comment="since when nothing more takes it; it ends some days later"),
    UniqueConstraint("cog", "knot", "kind", "source_id", "target_id"),
    sqlite_autoincrement=True,  # an id is never given again: a line must not come to follow another route
)

COPY = Table(
    "mirror_copy",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("lane", Text, nullable=False),
    Column("chat", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("since", UtcDateTime, nullable=False, comment="when its sending began"),
    Column("spoken", Boolean, nullable=False, comment="whether it stands under the author's name"),
    Column("texts", Integer, nullable=False, comment="how many of its posts hold its words; files stand in the others"),
    Column("words", Text, comment="what is being sent, as JSON; forgotten once it stands"),
    Index(None, "lane", "state"),
    sqlite_autoincrement=True,
)

POSTED = Table(
    "mirror_posted",
    METADATA,
    Column("ref", Text, primary_key=True),
    Column("copy_id", BigId, ForeignKey("mirror_copy.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("ordinal", SmallInteger, nullable=False),
)

LINE = Table(
    "mirror_line",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("route_id", BigId, ForeignKey("mirror_route.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("lane", Text, nullable=False, comment="the target chat without its topic: topics share its flood limit"),
    Column("chat", Text, nullable=False, comment="where it goes, with its topic"),
    Column("source", Text, nullable=False, comment="where the original stands, with its topic"),
    Column("root", Text, nullable=False, comment="the original's ref; of an album the first one's"),
    Column("copy_id", BigId, ForeignKey("mirror_copy.id", ondelete="SET NULL"), index=True),
    Column("state", Text, nullable=False),
    Column("due", SmallInteger, nullable=False, comment="what has to be done about its copy, as flags"),
    Column("revision", Integer, nullable=False, comment="counts every change of what is said"),
    Column("person_id", BigId, comment="whose words; NULL for a chat's own, and once forgotten"),
    Column("author", Words, nullable=False),
    Column("account", Text, comment="the author's, for their picture"),
    Column("said", Text, comment="the words, files and translations as JSON; forgotten after a while"),
    Column("answers", Text, comment="the ref of the message that the original answers"),
    Column("made", UtcDateTime, nullable=False, index=True),
    Column("worded", UtcDateTime, nullable=False, comment="since when it reads as it does"),
    Column("keeps_former", Boolean, nullable=False, comment="whether it is kept how it read before"),
    UniqueConstraint("route_id", "root"),
    Index(None, "lane", "due", "id"),
    Index(None, "root"),
    Index(None, "person_id"),
    sqlite_autoincrement=True,
)

FORMER = Table(
    "mirror_former",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("line_id", BigId, ForeignKey("mirror_line.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False, comment="since when it read so"),
    Column("said", Text, nullable=False, comment="as the line's own"),
    sqlite_autoincrement=True,
)

ORIGINAL = Table(
    "mirror_original",
    METADATA,
    Column("ref", Text, primary_key=True, comment="of each message of an album"),
    Column("root", Text, nullable=False, index=True),
    Column("made", UtcDateTime, nullable=False, index=True),
)

REACTION = Table(
    "mirror_reaction",
    METADATA,
    Column("root", Text, primary_key=True, comment="of the original that is meant"),
    Column("at", Text, primary_key=True, comment="the message that was reacted to: the original or a copy"),
    Column("account", Text, primary_key=True),
    Column("emoji", Text, primary_key=True),
    Column("name", Words, nullable=False),
    Column("made", UtcDateTime, nullable=False, index=True),
)

SILENCED = Table(
    "mirror_silenced",
    METADATA,
    Column("community_id", BigId, ForeignKey("community.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", BigId, primary_key=True),
    Column("until", UtcDateTime),
)
