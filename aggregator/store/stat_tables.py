"""Tables that are kept from other tables: statistics, the record of changes, and who worked on which film."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from aggregator.store.tables import Base, Big, Json

InBytes = Text().with_variant(Text(collation="C"), "postgresql")
"""Text in the order of its characters, whatever language a server sorts by: what begins alike stands together."""


class FilmStatRow(Base):
    """What the voices on a film come to; a film without a review has no row.

    Sums are integers, millionths of a point of 100, so that they are the same in whatever order reviews came and went.
    """

    __tablename__ = "film_stat"
    __table_args__ = (
        Index("ix_film_stat_voices", "voices", "film_id"),
        Index("ix_film_stat_mean", "mean", "film_id"),
        Index("ix_film_stat_best", "best", "film_id"),
        Index("ix_film_stat_divisive", "divisive", "film_id"),
    )

    film_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    voices: Mapped[int] = mapped_column(Big)
    copies: Mapped[int] = mapped_column(Big)  # reviews that are no voices
    scored: Mapped[int] = mapped_column(Big)
    total: Mapped[int] = mapped_column(Big)  # of the scores, millionths
    squares: Mapped[int] = mapped_column(Big)  # of the squared scores, millionths
    newest: Mapped[int] = mapped_column(Big)  # id of the voice stored last; 0: there is none
    mean: Mapped[float]  # -1: no score
    best: Mapped[float]  # `aggregator.compare.formulas.shrunk_mean` under the stated prior
    divisive: Mapped[float]  # the square of `shrunk_spread`; -1 under two scores


class FilmScoreRow(Base):
    """How many voices gave a film a score: its median, quartiles and histogram without a look at its reviews."""

    __tablename__ = "film_score"
    __table_args__ = ({"sqlite_with_rowid": False},)

    film_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    score: Mapped[float] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(Big)


class FilmMonthRow(Base):
    """The scores of a large film's voices that were published in one month."""

    __tablename__ = "film_month"
    __table_args__ = ({"sqlite_with_rowid": False},)

    film_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    month: Mapped[str] = mapped_column(Text, primary_key=True)  # "2014-01"
    scored: Mapped[int] = mapped_column(Big)
    total: Mapped[int] = mapped_column(Big)  # millionths


class FilmHistoryRow(Base):
    """What a film's voices came to at the end of a day on which that changed: a record, never computed anew."""

    __tablename__ = "film_history"
    __table_args__ = ({"sqlite_with_rowid": False},)

    film_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    day: Mapped[str] = mapped_column(Text, primary_key=True)
    voices: Mapped[int] = mapped_column(Big)
    scored: Mapped[int] = mapped_column(Big)
    total: Mapped[int] = mapped_column(Big)  # millionths


class FilmPersonRow(Base):
    """A director or actor of a film, by name."""

    __tablename__ = "film_person"
    __table_args__ = (Index("ix_film_person_film_id", "film_id"), {"sqlite_with_rowid": False})

    name: Mapped[str] = mapped_column(Text, primary_key=True)
    film_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    role: Mapped[str] = mapped_column(Text, primary_key=True)  # director, actor


class FilmWordRow(Base):
    """A word of a title key under which a film is known."""

    __tablename__ = "film_word"
    __table_args__ = ({"sqlite_with_rowid": False},)

    word: Mapped[str] = mapped_column(InBytes, primary_key=True)
    film_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False, index=True)


class OutletStatRow(Base):
    """What is stored of an outlet and not gone; copies are reviews, and no voices."""

    __tablename__ = "outlet_stat"

    site_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    reviews: Mapped[int] = mapped_column(Big, index=True)
    voices: Mapped[int] = mapped_column(Big)
    held: Mapped[int] = mapped_column(Big)
    scored: Mapped[int] = mapped_column(Big)
    total: Mapped[int] = mapped_column(Big)  # of the scores, millionths


class OutletRatingRow(Base):
    """How often an outlet's voices gave a rating: its habits. What a rating lacks is -1 or empty."""

    __tablename__ = "outlet_rating"
    __table_args__ = ({"sqlite_with_rowid": False},)

    site_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    style: Mapped[str] = mapped_column(Text, primary_key=True)
    best: Mapped[float] = mapped_column(primary_key=True, autoincrement=False)
    value: Mapped[float] = mapped_column(primary_key=True, autoincrement=False)
    score: Mapped[float] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(Big)


class OutletFilmRow(Base):
    """An outlet's voices on a film."""

    __tablename__ = "outlet_film"
    __table_args__ = (Index("ix_outlet_film_of_film", "film_id", "first", "scored"), {"sqlite_with_rowid": False})

    site_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    film_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    voices: Mapped[int] = mapped_column(Big)
    scored: Mapped[int] = mapped_column(Big)
    total: Mapped[int] = mapped_column(Big)  # of the scores, millionths
    first: Mapped[str | None] = mapped_column(Text)  # the day of the earliest, as published


class OutletPairRow(Base):
    """How an outlet agreed with another one when that was last worked out: for outlets too large to ask each time."""

    __tablename__ = "outlet_pair"
    __table_args__ = ({"sqlite_with_rowid": False},)

    site_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    other_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    films: Mapped[int] = mapped_column(Big)
    figures: Mapped[Any] = mapped_column(Json)  # `aggregator.compare.Agreement` by name
    at: Mapped[str] = mapped_column(Text)


class OutletPortraitRow(Base):
    """An outlet beside all others when that was last worked out: for outlets too large to ask each time."""

    __tablename__ = "outlet_portrait"

    site_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    figures: Mapped[Any] = mapped_column(Json)  # `aggregator.store.portraits.Beside` by name
    at: Mapped[str] = mapped_column(Text)


class AuthorStatRow(Base):
    """The voices signed by a name."""

    __tablename__ = "author_stat"
    __table_args__ = (Index("ix_author_stat_reviews", "reviews", "author"), {"sqlite_with_rowid": False})

    author: Mapped[str] = mapped_column(Text, primary_key=True)
    reviews: Mapped[int] = mapped_column(Big)
    scored: Mapped[int] = mapped_column(Big)
    total: Mapped[int] = mapped_column(Big)  # of the scores, millionths


class ChangeRow(Base):
    """The last change of a review or film, in the order in which changes were stored; what was taken down too."""

    __tablename__ = "change"
    __table_args__ = (Index("uq_change_kind_id", "kind", "id", unique=True),)

    seq: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(Text)  # review, film
    id: Mapped[int] = mapped_column(Big)
