"""One review into the store: is it one, is its text known, which film is it, and what is there to write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from aggregator.duplicates import Fingerprint, Publication, find_copies, fingerprint
from aggregator.ingest.identify import Found, find_film
from aggregator.ingest.retry import settle_contested
from aggregator.ingest.tools import Tools
from aggregator.records import Outcome, Review
from aggregator.store import films, scales, stories
from aggregator.store import save as rows
from aggregator.values.title_keys import title_key

LONGEST = {"headline": 500, "film_title": 300, "author": 200}
"""Characters: what is longer is no headline, title or name, but a page that was misread."""


NOWHERE = Found(None)
NOTHING = rows.Reading({}, "", "")


@dataclass(slots=True)
class Draft:
    """A review on its way through the steps."""

    review: Review
    key: str = ""
    reading: rows.Reading = NOTHING
    before: rows.Known | None = None
    id: int = 0
    fingerprint: Fingerprint | None = None  # None: the text is as it was
    place: stories.Place | None = None
    film: Found = NOWHERE


Step = Callable[[Draft, Tools], Outcome | None]


def check(draft: Draft, tools: Tools) -> Outcome | None:
    """Refuse what is no review to keep; stop at what is stored already as it is."""
    review, writer = draft.review, tools.writer
    reason = _fault(review)
    key = rows.review_key(review)
    if reason or key is None:
        return Outcome("refused", reason=reason or "its URL is not http or https")
    if rows.is_forgotten(writer, key):
        return Outcome("refused", reason="it was taken down")
    draft.key, draft.before = key, rows.known(writer, key)
    policy = scales.current_policy(writer)
    try:
        draft.reading = rows.reading(review, policy)
    except TypeError:
        draft.review = review = rows.cleaned(review)
        draft.reading = rows.reading(review, policy)
    before = draft.before
    if before is None:
        _settle_scale(draft, tools)
        return None
    draft.id = before.id
    excerpt = before.complete and not review.complete
    if before.gone_at is None and (excerpt or draft.reading.row_hash == before.row_hash):
        rows.touch(writer, before.id)
        reason = "an excerpt of the stored review" if excerpt else None
        return Outcome("same", before.id, before.film_id, before.story_id, reason)
    _settle_scale(draft, tools)
    return None


def _settle_scale(draft: Draft, tools: Tools) -> None:
    """Put a rating whose scale the page leaves open on the outlet's own, as far as it is learned."""
    review, writer = draft.review, tools.writer
    if review.rating is not None:
        settled = scales.settle(review.rating, scales.site_scale(writer, review.site), review.language)
        if settled != review.rating:
            values = draft.reading.values | rows.rating_values(settled, scales.current_policy(writer))
            draft.reading = draft.reading._replace(values=values)


def _fault(review: Review) -> str | None:
    if not review.site:
        return "it has no site"
    if not (review.film_title or "").strip():
        return "it names no film"
    for name, longest in LONGEST.items():
        if len(getattr(review, name) or "") > longest:
            return f"its {name} is longer than {longest} characters"
    return None


def fold(draft: Draft, tools: Tools) -> Outcome | None:
    """Find the story: copies of a known text join it, and the first publication is its original."""
    review, writer, before = draft.review, tools.writer, draft.before
    if before is None:
        draft.id = writer.new_id("review")
        draft.place = stories.Place(draft.id)
    elif (before.text_hash, before.complete, before.gone_at) == (draft.reading.text_hash, review.complete, None):
        return None
    else:
        stories.drop_fingerprint(writer, before.id)
        stories.leave_story(writer, before.id, before.story_id)
        draft.place = stories.Place(before.id)
    if not review.complete or not review.text:
        return None
    print_ = fingerprint(review.text, review.language)
    if review.position:  # the reviews of one page share its text: only those at the same place may be copies
        print_ = print_._replace(bands=tuple(band ^ review.position for band in print_.bands))
    draft.fingerprint = print_
    seen = before.first_seen if before else writer.at
    publication = Publication(draft.id, review.published, seen)
    copies = find_copies(draft.fingerprint, stories.StoryIndex(writer, without=draft.id))
    for copy in copies:
        if copy.kind != "quoted":
            draft.place = stories.join_story(writer, publication, copy.id)
            return None
    stories.open_story(writer, publication)
    if copies:
        draft.place = stories.Place(draft.place.story_id, quotes=copies[0].id)
    return None


def identify(draft: Draft, tools: Tools) -> Outcome | None:
    """Find the film: the same text is about the same film; else as `find_film` says."""
    before, review, writer = draft.before, draft.review, tools.writer
    if before is not None and before.film_id is not None and not tools.reparsed and not _identity_changed(draft, tools):
        draft.film = Found(before.film_id)
        return None
    linked, _ = films.judged(writer, draft.key)
    place = draft.place
    if linked is None and place is not None and place.story_id != draft.id:
        same_text = films.film_of_story(writer, place.story_id)
        if same_text is not None:
            draft.film = Found(same_text)
            return None
    draft.film = find_film(review, draft.key, tools)
    return None


def _identity_changed(draft: Draft, tools: Tools) -> bool:
    stored = rows.stored_values(tools.writer, draft.id)
    return any(stored[name] != draft.reading.values[name] for name in rows.IDENTITY)


def save(draft: Draft, tools: Tools) -> Outcome | None:
    """Write a new review, or what changed of a known one, with its revision."""
    writer, review, before = tools.writer, draft.review, draft.before
    columns = {
        "title_key": title_key(review.film_title or ""),
        "policy": scales.current_policy(writer) if review.rating else None,
        "words": draft.fingerprint.words if draft.fingerprint else len(review.text.split()),
        "text_hash": draft.reading.text_hash,
        "row_hash": draft.reading.row_hash,
        "reader": tools.reader,
        "film_id": draft.film.id,
        "held": draft.film.held,
        "run_id": tools.run_id,
    }
    if before is None:
        site_id = writer.site_id(review.site)
        place = draft.place or stories.Place(draft.id)
        rows.insert_review(
            writer, draft.key, site_id, draft.reading.values, columns | {"id": draft.id}, draft.review.claims, place
        )
        kind = "copy" if place.copy_of is not None else "held" if draft.film.id is None else "new"
    else:
        kind = _update(draft, before, columns, tools)
        place = draft.place or stories.Place(before.story_id, before.copy_of)
    films.note_film(writer, place.story_id, draft.film.id)
    if draft.fingerprint is not None:
        stories.StoryIndex(writer).add(draft.id, draft.fingerprint)
    return Outcome(kind, draft.id, draft.film.id, place.story_id, draft.film.held)


def _update(draft: Draft, before: rows.Known, columns: dict[str, Any], tools: Tools) -> str:
    writer = tools.writer
    stored = rows.stored_values(writer, before.id)
    changes = {name: [stored[name], new] for name, new in draft.reading.values.items() if stored[name] != new}
    if before.text_hash != draft.reading.text_hash:
        changes["text"] = [before.text_hash, draft.reading.text_hash]
    completed = not before.complete and draft.review.complete
    same_text = before.text_hash == draft.reading.text_hash
    cause = "reparsed" if tools.reparsed or (same_text and before.reader != tools.reader) else "edited"
    if before.gone_at is not None:
        cause, changes["gone"] = "back", [before.gone_at, None]
    if changes or before.gone_at is not None:
        columns |= {"changed_at": writer.at, "gone_at": None}
    if draft.place is not None:
        columns |= draft.place._asdict()
    elif "published" in changes:
        publication = Publication(before.id, draft.review.published, before.first_seen)
        columns["copy_of"] = stories.date_story(writer, publication, before.story_id).copy_of
    rows.update_review(writer, before, draft.reading.values, columns, draft.review.claims)
    if not changes:
        return "same"
    if not completed:
        rows.add_revision(writer, before.id, cause, changes, tools.reader, tools.run_id)
    return "edited" if cause == "back" else cause


STEPS: tuple[Step, ...] = (check, fold, identify, save)
"""The road of a review; the first step that gives an outcome ends it."""


def ingest(review: Review, tools: Tools) -> Outcome:
    """Take one review into the store; what the outcome says is stored once the transaction of `tools.writer` ends.

    Outcome kinds: new, copy (new, and a copy of another's text), held (new, its film is not clear), edited (the page
    changed), reparsed (our reading did), same, refused (with the reason). The film of a copy or an edited review may be
    held as well: then its film_id is None.
    """
    draft = Draft(review)
    for step in STEPS:
        outcome = step(draft, tools)
        if outcome is not None:
            return outcome
    raise AssertionError("the last step gives an outcome")


def ingest_all(reviews: Sequence[Review], tools: Tools) -> list[Outcome]:
    """Take many reviews in, in order, with few look-ups: the way for bulk; 100 to 1,000 in a transaction."""
    keys = [key for review in reviews if (key := rows.review_key(review))]
    rows.load_known(tools.writer, keys)
    tools.writer.load_sites(review.site for review in reviews)
    films.load_films(tools.writer, (title_key(review.film_title) for review in reviews if review.film_title))
    outcomes = [ingest(review, tools) for review in reviews]
    settle_contested(tools)
    return outcomes
