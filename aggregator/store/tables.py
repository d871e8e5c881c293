"""The tables of the store, the same in SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any

import orjson
from sqlalchemy import (
    BigInteger,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Text,
    TypeDecorator,
    false,
    literal_column,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}

Big = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits in both databases; SQLite's `INTEGER PRIMARY KEY` is its row id."""


class Json(TypeDecorator[Any]):
    """JSON kept as text, so that a row reads the same in both databases and through any driver."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Python value to JSON text; None stays NULL."""
        return None if value is None else orjson.dumps(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """JSON text to Python value."""
        return None if value is None else orjson.loads(value)


PUBLISHED = "coalesce(published, '')"
SCORE = "coalesce(score, -1.0)"
"""What reviews are listed by, never NULL; the same words in an index and in a query let the one serve the other."""
RATED = ("score", "rating_style", "rating_best", "rating_value")


def listed(name: str, *columns: str) -> Index:
    """An index over the reviews that are not gone, for lists that go on after a row."""
    there: Any = literal_column("gone_at IS NULL")
    parts: list[Any] = [literal_column(column) if "(" in column else column for column in columns]
    return Index(f"ix_review_{name}", *parts, "id", sqlite_where=there, postgresql_where=there)


class Base(DeclarativeBase):
    """The models' base; times are ISO 8601 text in UTC, `2026-01-31T09:00:00Z`."""

    metadata = MetaData(naming_convention=NAMES)


class CounterRow(Base):
    """The last id given out for a table: ids are never used twice, not even after a takedown."""

    __tablename__ = "counter"

    name: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[int] = mapped_column(Big)


class SettingRow(Base):
    """What holds for the whole database: `policy`, the scoring policy of all its scores."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class SiteRow(Base):
    """One outlet: a blog."""

    __tablename__ = "site"

    id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(Text, unique=True)  # the site file's name, or the host
    home: Mapped[str | None] = mapped_column(Text)
    scale: Mapped[Any] = mapped_column(Json, nullable=True)  # the scale learned from the site's own ratings
    positive: Mapped[float | None]  # the rule: praise from this value on, on that scale
    negative: Mapped[float | None]  # and blame up to this one; mixed lies between
    first_seen: Mapped[str] = mapped_column(Text)


class PageRow(Base):
    """One URL that was fetched, with what is needed to ask again politely."""

    __tablename__ = "page"
    __table_args__ = (
        Index("ix_page_site_id_checked_at", "site_id", "checked_at"),
        Index("ix_page_archived", "archived"),
        {"sqlite_with_rowid": False},
    )

    url: Mapped[str] = mapped_column(Text, primary_key=True)  # as asked for, without the fragment
    key: Mapped[str] = mapped_column(Text, index=True)  # aggregator.store.urls.url_key
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    status: Mapped[int]  # of the last answer that was not 304
    etag: Mapped[str | None] = mapped_column(Text)
    last_modified: Mapped[str | None] = mapped_column(Text)
    body_hash: Mapped[str | None] = mapped_column(Text)
    archived: Mapped[str | None] = mapped_column(Text)  # "FILE:OFFSET"
    gone: Mapped[int] = mapped_column(default=0)  # how many times in a row it was not there
    opt_out: Mapped[str | None] = mapped_column(Text)  # noindex, noarchive, reservations, as stated
    is_source: Mapped[bool] = mapped_column(server_default=false())  # it names posts and is not read as one
    first_seen: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[str] = mapped_column(Text)
    checked_at: Mapped[str] = mapped_column(Text)


class FilmRow(Base):
    """One film: of a catalogue, or made of the reviews themselves (provisional)."""

    __tablename__ = "film"
    __table_args__ = (Index("ix_film_year", literal_column("coalesce(year, 0)"), "id"),)

    id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    title: Mapped[str] = mapped_column(Text)
    title_key: Mapped[str] = mapped_column(Text, index=True)
    year: Mapped[int | None]
    directors: Mapped[Any] = mapped_column(Json)
    actors: Mapped[Any] = mapped_column(Json)
    ids: Mapped[Any] = mapped_column(Json)  # {"imdb": "tt1798709"}
    provisional: Mapped[bool]
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("film.id"))
    first_seen: Mapped[str] = mapped_column(Text)


class FilmTitleRow(Base):
    """A title key under which a film is known."""

    __tablename__ = "film_title"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    film_id: Mapped[int] = mapped_column(ForeignKey("film.id"), primary_key=True, index=True)


class FilmLinkRow(Base):
    """A film's id elsewhere."""

    __tablename__ = "film_link"
    __table_args__ = ({"sqlite_with_rowid": False},)

    scheme: Mapped[str] = mapped_column(Text, primary_key=True)  # "imdb"
    value: Mapped[str] = mapped_column(Text, primary_key=True)  # "tt1798709"
    film_id: Mapped[int] = mapped_column(ForeignKey("film.id"), index=True)


class ReviewRow(Base):
    """One review as last read: raw beside value, and which film and story it belongs to."""

    __tablename__ = "review"
    __table_args__ = (
        Index("ix_review_of_outlet", "site_id", "film_id", "gone_at", "copy_of", "published", *RATED),
        Index(
            "ix_review_of_film_scored", "film_id", literal_column(SCORE), "id", "copy_of", "gone_at", "score", "site_id"
        ),
        listed("recent", PUBLISHED),
        listed("scored", SCORE),
        listed("of_site", "site_id", PUBLISHED),
        listed("of_author", "author", PUBLISHED),
        listed("of_language", "language", PUBLISHED),
        listed("of_language_scored", "language", SCORE),
        listed("of_film", "film_id", PUBLISHED),
    )

    id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(Text, unique=True)  # URL key, with "#2" for a second review on one page
    url: Mapped[str] = mapped_column(Text)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    headline: Mapped[str | None] = mapped_column(Text)
    film_title: Mapped[str] = mapped_column(Text)
    film_year: Mapped[int | None]
    title_key: Mapped[str] = mapped_column(Text)
    author: Mapped[str | None] = mapped_column(Text)
    published: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str | None] = mapped_column(Text)
    rating_raw: Mapped[str | None] = mapped_column(Text)
    rating_value: Mapped[float | None]
    rating_best: Mapped[float | None]
    rating_worst: Mapped[float | None]
    rating_style: Mapped[str | None] = mapped_column(Text)
    scale_source: Mapped[str | None] = mapped_column(Text)
    score: Mapped[float | None]  # 0..100 under `policy`
    policy: Mapped[str | None] = mapped_column(Text)
    verdict: Mapped[str | None] = mapped_column(Text)
    verdict_label: Mapped[str | None] = mapped_column(Text)
    verdict_explicit: Mapped[bool | None]
    actors: Mapped[Any] = mapped_column(Json)
    directors: Mapped[Any] = mapped_column(Json)
    disputed: Mapped[Any] = mapped_column(Json)
    film_ids: Mapped[Any] = mapped_column(Json)  # ids that the post itself links to
    complete: Mapped[bool]
    words: Mapped[int]
    text_hash: Mapped[str] = mapped_column(Text)  # of the post's text, which is not stored
    row_hash: Mapped[str] = mapped_column(Text)  # of all values and claims: equal means nothing to write
    reader: Mapped[str] = mapped_column(Text)  # code version that read these values
    film_id: Mapped[int | None] = mapped_column(ForeignKey("film.id"))  # None: held
    held: Mapped[str | None] = mapped_column(Text)  # why no film was chosen
    story_id: Mapped[int] = mapped_column(Big, index=True)  # id of the first stored review of this text
    copy_of: Mapped[int | None] = mapped_column(Big)  # None: the original, which alone counts
    quotes: Mapped[int | None] = mapped_column(Big)  # a review that this one quotes for the greater part
    gone_at: Mapped[str | None] = mapped_column(Text)  # a tombstone: the page is no longer there
    run_id: Mapped[int | None] = mapped_column(Big)  # the run that last changed it
    first_seen: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[str] = mapped_column(Text)
    checked_at: Mapped[str] = mapped_column(Text)


class EvidenceRow(Base):
    """All claims of a review, chosen and lost, as one JSON array: they are read together or not at all."""

    __tablename__ = "evidence"

    review_id: Mapped[int] = mapped_column(
        Big, ForeignKey("review.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    claims: Mapped[Any] = mapped_column(Json)


class RevisionRow(Base):
    """One change of a review: what changed from what to what, when, and whether the page or our reading did it."""

    __tablename__ = "revision"

    id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    at: Mapped[str] = mapped_column(Text)
    cause: Mapped[str] = mapped_column(Text)  # new, edited, reparsed, gone, back
    changes: Mapped[Any] = mapped_column(Json)  # {"field": [from, to]}
    reader: Mapped[str] = mapped_column(Text)
    run_id: Mapped[int | None] = mapped_column(Big)


class FingerprintRow(Base):
    """What is kept of a text to know it again, and not the text: `aggregator.duplicates.Fingerprint`."""

    __tablename__ = "fingerprint"

    review_id: Mapped[int] = mapped_column(
        Big, ForeignKey("review.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    exact: Mapped[int] = mapped_column(Big)
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    bands: Mapped[bytes] = mapped_column(LargeBinary)  # unsigned 32-bit little-endian: its keys in `band` or in runs
    words: Mapped[int]
    shingles: Mapped[int]
    language: Mapped[str | None] = mapped_column(Text)


class BandRow(Base):
    """One band of a recent fingerprint: texts that share a band are candidates for being near copies."""

    __tablename__ = "band"
    __table_args__ = ({"sqlite_with_rowid": False},)

    value: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    review_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)


class BandRunRow(Base):
    """One sorted run of older bands: `aggregator.store.bands`."""

    __tablename__ = "band_run"

    id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    level: Mapped[int]


class BandPageRow(Base):
    """One page of a run: band keys in order, and the review of each."""

    __tablename__ = "band_page"

    id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)  # run and page in one number
    keys: Mapped[bytes] = mapped_column(LargeBinary)  # unsigned 32-bit little-endian
    reviews: Mapped[bytes] = mapped_column(LargeBinary)  # signed 64-bit little-endian, in the same order


class JudgementRow(Base):
    """A person's decision about identity: never updated, only ended."""

    __tablename__ = "judgement"

    id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(Text)  # link, unlink, merge
    review_key: Mapped[str | None] = mapped_column(Text, index=True)  # a key, so that it survives a new crawl
    film_id: Mapped[int] = mapped_column(ForeignKey("film.id"), index=True)
    into_id: Mapped[int | None] = mapped_column(ForeignKey("film.id"))  # merge: the film that stays
    moved: Mapped[Any] = mapped_column(Json, nullable=True)  # merge: {"reviews": [ids], "keys": [title keys]}
    who: Mapped[str] = mapped_column(Text)
    why: Mapped[str | None] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)
    ended_at: Mapped[str | None] = mapped_column(Text)
    ended_by: Mapped[str | None] = mapped_column(Text)
    ended_why: Mapped[str | None] = mapped_column(Text)


class LeftOutRow(Base):
    """A post that was not taken as a film review, and why."""

    __tablename__ = "left_out"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    url: Mapped[str] = mapped_column(Text)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"), index=True)
    headline: Mapped[str | None] = mapped_column(Text)
    label: Mapped[str] = mapped_column(Text)
    score: Mapped[float]
    reasons: Mapped[Any] = mapped_column(Json)
    first_seen: Mapped[str] = mapped_column(Text)


class PassedOverRow(Base):
    """A URL that a blog's source names and that was not read, and why."""

    __tablename__ = "passed_over"
    __table_args__ = (Index("ix_passed_over_site_id_at", "site_id", "at"), {"sqlite_with_rowid": False})

    url: Mapped[str] = mapped_column(Text, primary_key=True)
    key: Mapped[str] = mapped_column(Text, index=True)  # aggregator.store.urls.url_key
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    run_id: Mapped[int]  # the first for which this reason held
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)


class QuarantineRow(Base):
    """A page on which a finder raised."""

    __tablename__ = "quarantine"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    finder: Mapped[str] = mapped_column(Text, primary_key=True)
    url: Mapped[str] = mapped_column(Text)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    run_id: Mapped[int | None] = mapped_column(Big)
    traceback: Mapped[str] = mapped_column(Text)
    first_seen: Mapped[str] = mapped_column(Text)


class RunRow(Base):
    """One run over one site: begun, and finished or cut off."""

    __tablename__ = "run"
    __table_args__ = (Index("ix_run_site_id_id", "site_id", "id"),)

    id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"))
    kind: Mapped[str] = mapped_column(Text)  # crawl, reparse
    state: Mapped[str] = mapped_column(Text)  # running, good, short, quiet, broken, cut-off
    reason: Mapped[str | None] = mapped_column(Text)  # why it is not good, in one line
    started: Mapped[str] = mapped_column(Text)
    finished: Mapped[str | None] = mapped_column(Text)
    beat_at: Mapped[str] = mapped_column(Text)  # last sign of life
    process: Mapped[str] = mapped_column(Text)  # "HOST/PID/START": who to look for
    version: Mapped[str] = mapped_column(Text)
    settings: Mapped[Any] = mapped_column(Json)
    outcomes: Mapped[Any] = mapped_column(Json)  # {"new": 12, "same": 30}
    causes: Mapped[Any] = mapped_column(Json)  # {"post/left-out/interview": 3}
    filled: Mapped[Any] = mapped_column(Json)  # {"rating": 0.93}: share of reviews with the field


class ForgottenRow(Base):
    """A URL that was taken down and stays out: a hash, no text."""

    __tablename__ = "forgotten"
    __table_args__ = ({"sqlite_with_rowid": False},)

    hash: Mapped[str] = mapped_column(Text, primary_key=True)
    at: Mapped[str] = mapped_column(Text)


class HostLeaseRow(Base):
    """Until when a host is asked by one of several machines, or left alone by all."""

    __tablename__ = "host_lease"
    __table_args__ = ({"sqlite_with_rowid": False},)

    host: Mapped[str] = mapped_column(Text, primary_key=True)
    holder: Mapped[str] = mapped_column(Text)
    free_at: Mapped[float]  # seconds since the epoch, by the server's clock
