"""Tables that are kept from other tables: statistics, the record of changes, and who worked on which film."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from aggregator.store.tables import Base, Big, Json

InBytes = Text().with_variant(Text(collation="C"), "postgresql")
"""Text in the order of its characters, whatever language a server sorts by: what begins alike stands together."""


PLACES: dict[str, str] = {
    "voices": "CASE WHEN {0} < 4 THEN {0} WHEN {0} < 16 THEN 3 + {0} / 4 ELSE 6 + {0} / 16 END",
    "mean": "CAST({0} / 2 AS INTEGER)",
    "best": "CAST({0} / 2 AS INTEGER)",
    "divisive": "CAST({0} / 16 AS INTEGER)",
}
"""List of films to the SQL of a film's place, which rises with its figure; films of one place are sorted exactly when
they are read. Most reviews move a figure a little, and the film stays where it stands."""
LISTS = {name: number for number, name in enumerate(PLACES)}
"""List to its number in the table: numbers are found faster than words."""


class FilmStatRow(Base):
    """What the voices on a film come to; a film without a review has no row.

    Sums are integers, millionths of a point of 100, so that they are the same in whatever order reviews came and went.
    """

    __tablename__ = "film_stat"
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


class FilmRankRow(Base):
    """Where a film that has a voice stands in a list, roughly: see PLACES and LISTS."""

    __tablename__ = "film_rank"
    __table_args__ = ({"sqlite_with_rowid": False},)

    list: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    place: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)  # the highest is first
    film_id: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)


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
    reviews: Mapped[int] = mapped_column(Big)
    voices: Mapped[int] = mapped_column(Big)
    held: Mapped[int] = mapped_column(Big)
    scored: Mapped[int] = mapped_column(Big)
    total: Mapped[int] = mapped_column(Big)  # of the scores, millionths


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
    __table_args__ = ({"sqlite_with_rowid": False},)

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
