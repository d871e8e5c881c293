"""Reviews written on their stable key: what is known of one, a new one, a changed one, one that is gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, NamedTuple

import orjson
import xxhash
from sqlalchemy import select, update

from aggregator.records import Claim, Review
from aggregator.scoring import score
from aggregator.store.stories import Place
from aggregator.store.tables import Base, ForgottenRow, ReviewRow
from aggregator.store.urls import url_key
from aggregator.store.writer import Writer
from aggregator.values.rating import Rating

LONGEST_CLAIM = 2_000
"""Characters kept of one claim's text."""
DAY = 10
"""Characters of a time that say its day."""
NUL = b"\\u0000"
"""A NUL in JSON text."""
RATING = ("rating_raw", "rating_value", "rating_best", "rating_worst", "rating_style", "scale_source", "score")
VALUES = (
    *("url", "headline", "film_title", "film_year", "author", "published", "language"),
    *RATING,
    *("verdict", "verdict_label", "verdict_explicit", "actors", "directors", "disputed", "film_ids", "complete"),
)
"""Columns whose change makes a revision."""
IDENTITY = frozenset(["film_title", "film_year", "actors", "directors", "film_ids", "published"])
"""Columns whose change may make it another film."""


@dataclass(slots=True)
class Known:
    """What a new reading is held against."""

    id: int
    key: str
    site_id: int
    row_hash: str
    text_hash: str
    reader: str
    complete: bool
    film_id: int | None
    held: str | None
    story_id: int
    copy_of: int | None
    gone_at: str | None
    first_seen: str
    checked_at: str
    credited: bool = False  # its film is a catalogue's, with credits to hold its names against

    def is_as(self, row_hash: str) -> bool:
        """Whether a reading of this hash has nothing to write."""
        return self.row_hash == (credited_hash(row_hash, self.film_id) if self.credited else row_hash)


COLUMNS = [getattr(ReviewRow, name) for name in Known.__dataclass_fields__ if name != "credited"]
BY_KEY = (
    f"SELECT {', '.join(f'review.{column.key}' for column in COLUMNS)}, NOT film.provisional "
    "FROM review LEFT JOIN film ON film.id = review.film_id WHERE review.key"
)


def credited_hash(row_hash: str, film_id: int | None) -> str:
    """The hash of a reading that was held against a film's credits: another film's credits are to be asked anew."""
    return f"{row_hash}:{film_id}"


def review_key(review: Review) -> str | None:
    """The stable key of a review: its URL's, with the place where one page has several; None where the URL has none."""
    key = url_key(review.url)
    return f"{key}#{review.position + 1}" if key and review.position else key


def load_known(writer: Writer, keys: Iterable[str]) -> None:
    """Fetch what is known under many keys at once, for `known` to find it."""
    cache = writer.cache["review"]
    wanted = [key for key in dict.fromkeys(keys) if key not in cache]
    cache.update(dict.fromkeys(wanted))
    for *values, credited in writer.rows_in(BY_KEY, wanted):
        row = Known(*values)
        row.complete, row.credited = bool(row.complete), bool(credited)
        cache[row.key] = writer.cache["review by id"][row.id] = row


def known(writer: Writer, key: str) -> Known | None:
    """What is stored under a key, this transaction's additions included."""
    if key not in writer.cache["review"]:
        load_known(writer, [key])
    return writer.cache["review"][key]  # type: ignore[no-any-return]


def is_forgotten(writer: Writer, key: str) -> bool:
    """Whether the URL was taken down and has to stay out."""
    if "any" not in writer.cache["forgotten"]:
        any_row = writer.connection.execute(select(ForgottenRow.hash).limit(1)).first()
        writer.cache["forgotten"]["any"] = any_row is not None
    if not writer.cache["forgotten"]["any"]:
        return False
    query = select(ForgottenRow.hash).where(ForgottenRow.hash == url_hash(key))
    return writer.connection.execute(query).first() is not None


def url_hash(key: str) -> str:
    """What is kept of a forgotten URL."""
    return xxhash.xxh3_128_hexdigest(key.partition("#")[0].encode())


def rating_values(rating: Rating | None, policy: str) -> dict[str, Any]:
    """A rating as columns, with its score under a policy."""
    if rating is None:
        return dict.fromkeys(RATING)
    numbers = (rating.raw, rating.value, rating.best, rating.worst, rating.style, rating.scale_source)
    return dict(zip(RATING, (*numbers, score(rating, policy)), strict=True))


def values_of(review: Review, policy: str) -> dict[str, Any]:
    """A review's values as columns, the keys being VALUES."""
    verdict = review.verdict
    return {
        "url": review.url,
        "headline": review.headline,
        "film_title": review.film_title,
        "film_year": review.film_year,
        "author": review.author,
        "published": review.published,
        "language": review.language,
        **rating_values(review.rating, policy),
        "verdict": verdict.text if verdict else None,
        "verdict_label": verdict.label if verdict else None,
        "verdict_explicit": verdict.explicit if verdict else None,
        "actors": list(review.cast),
        "directors": list(review.directors),
        "disputed": list(review.disputed),
        "film_ids": dict(review.film_ids),
        "complete": review.complete,
    }


def packed_claims(claims: Iterable[Claim]) -> bytes:
    """Claims as JSON text; a value that was not understood and a claim that lost carry no key for it."""
    rows = []
    for claim in claims:
        row: dict[str, Any] = {
            "field": claim.field,
            "raw": claim.raw[:LONGEST_CLAIM],
            "source": claim.source._name_,  # half the cost of `name`, a dozen times a review
            "where": claim.where,
        }
        if claim.value is not None:
            row["value"] = claim.value
        if claim.chosen:
            row["chosen"] = True
        rows.append(row)
    return orjson.dumps(rows, default=str, option=orjson.OPT_NON_STR_KEYS)


class Reading(NamedTuple):
    """What was read of a page, ready to be held against the store and written."""

    values: dict[str, Any]  # the keys are VALUES
    claims: bytes  # JSON text
    text_hash: str
    row_hash: str  # equal for two readings between which nothing has to be written

    def checked(self, review: Review, film_id: int) -> Reading:
        """The reading with the people of a review that was held against a film's credits."""
        people = {"actors": review.cast, "directors": review.directors, "disputed": review.disputed}
        values = self.values | {name: list(found) for name, found in people.items()}
        return Reading(values, packed_claims(review.claims), self.text_hash, credited_hash(self.row_hash, film_id))


def reading(review: Review, policy: str) -> Reading:
    """A review as rows; raises TypeError for text that is not Unicode, or has NULs, which `cleaned` takes out."""
    values = values_of(review, policy)
    packed = orjson.dumps([review.site, *(value for name, value in values.items() if name != "score")])
    claims = packed_claims(review.claims)
    if NUL in packed or NUL in claims:
        raise TypeError("a NUL in the text")
    text = text_hash(review.text)
    return Reading(values, claims, text, xxhash.xxh3_128_hexdigest(packed + text.encode() + claims))


def text_hash(text: str) -> str:
    """What is kept of a text to see that it changed."""
    return xxhash.xxh3_128_hexdigest(text.encode("utf-8", "surrogatepass"))


def cleaned(value: Any) -> Any:
    """A record, or what stands in one, without NULs and without halves of surrogate pairs: no database takes them."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode().replace("\0", "")
    if isinstance(value, tuple):
        items = (cleaned(item) for item in value)
        return Claim(*items) if isinstance(value, Claim) else tuple(items)
    if isinstance(value, Mapping):
        return {cleaned(key): cleaned(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{part.name: cleaned(getattr(value, part.name)) for part in fields(value)})
    return value


def insert_review(
    writer: Writer,
    key: str,
    site_id: int,
    reading: Reading,
    columns: Mapping[str, Any],
    place: Place,
) -> Known:
    """A new review under the id `place.story_id` or a fresh one; `columns` are those beside VALUES."""
    row = {
        "id": columns["id"],
        "key": key,
        "site_id": site_id,
        **reading.values,
        **columns,
        **place._asdict(),
        "gone_at": None,
        "first_seen": writer.at,
        "changed_at": writer.at,
        "checked_at": writer.at,
    }
    writer.add("review", row)
    writer.add("evidence", {"review_id": row["id"], "claims": orjson.Fragment(reading.claims)})
    known_now = Known(**{column.key: row[column.key] for column in COLUMNS}, credited=":" in row["row_hash"])
    writer.cache["review"][key] = writer.cache["review by id"][known_now.id] = known_now
    writer.remove("left_out", key)
    add_revision(writer, known_now.id, "new", {}, columns["reader"], columns["run_id"])
    return known_now


def stored_values(writer: Writer, id: int) -> dict[str, Any]:
    """The stored columns of VALUES."""
    writer.flush()
    columns = [getattr(ReviewRow, name) for name in VALUES]
    row = writer.connection.execute(select(*columns).where(ReviewRow.id == id)).one()
    return dict(row._mapping)


def update_review(writer: Writer, before: Known, reading: Reading, columns: Mapping[str, Any]) -> None:
    """Write a changed reading over the stored one."""
    writer.change("review", before.id, {**reading.values, **columns, "checked_at": writer.at})
    evidence = Base.metadata.tables["evidence"]
    statement = update(evidence).where(evidence.c.review_id == before.id).values(claims=orjson.Fragment(reading.claims))
    writer.flush()
    writer.connection.execute(statement)
    for column in COLUMNS:
        if column.key in columns:
            setattr(before, column.key, columns[column.key])
    before.complete, before.credited = reading.values["complete"], ":" in before.row_hash


def touch(writer: Writer, seen: Known) -> None:
    """Note that a review was seen again as it is: once a day, so that the same input twice writes nothing."""
    if seen.checked_at[:DAY] != writer.at[:DAY]:
        writer.change("review", seen.id, {"checked_at": writer.at})
        seen.checked_at = writer.at


def add_revision(
    writer: Writer, review_id: int, cause: str, changes: Mapping[str, Any], reader: str, run_id: int | None
) -> None:
    """One line of a review's history; `changes` is field to [from, to]."""
    row = {"id": writer.new_id("revision"), "review_id": review_id, "at": writer.at, "cause": cause}
    writer.add("revision", row | {"changes": dict(changes), "reader": reader, "run_id": run_id})
