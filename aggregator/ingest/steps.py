"""One review into the store: is it one, is its text known, which film is it, and what is there to write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from aggregator.duplicates import Fingerprint, Publication, find_copies, fingerprints
from aggregator.ingest.credits import checked
from aggregator.ingest.identify import Found, find_film
from aggregator.ingest.retry import settle
from aggregator.ingest.tools import Tools
from aggregator.records import Outcome, Review
from aggregator.store import films, scales, stories, texts
from aggregator.store import save as rows
from aggregator.store.writer import Writer, uncollected
from aggregator.values.title_keys import title_key

LONGEST = {"headline": 500, "film_title": 300, "author": 200}
"""Characters: what is longer is no headline, title or name, but a page that was misread."""
BULK = 1_000
"""Reviews taken in at once from which on memory is worth more than writing pages of the database again."""


NOWHERE = Found(None)
NOTHING = rows.Reading({}, b"", "", "")


@dataclass(slots=True)
class Draft:
    """A review on its way through the steps."""

    review: Review
    key: str = ""
    run_id: int | None = None
    reading: rows.Reading = NOTHING
    before: rows.Known | None = None
    id: int = 0
    print: Fingerprint | None = None  # of the text, where it was made beforehand
    fingerprint: Fingerprint | None = None  # None: the text is as it was
    place: stories.Place | None = None
    film: Found = NOWHERE


Step = Callable[[Draft, Tools], Outcome | None]


def check(draft: Draft, tools: Tools) -> Outcome | None:
    """Refuse what is no review to keep; stop at what is stored already as it is."""
    review, writer = draft.review, tools.writer
    reason = _fault(review)
    if reason or not draft.key:
        return Outcome("refused", reason=reason or "its URL is not http or https")
    if rows.is_forgotten(writer, draft.key):
        return Outcome("refused", reason="it was taken down")
    draft.before = rows.known(writer, draft.key)
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
    if before.gone_at is None and (excerpt or before.is_as(draft.reading.row_hash)):
        rows.touch(writer, before)
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
        texts.drop(writer, before.id)
        stories.leave_story(writer, before.id, before.story_id)
        draft.place = stories.Place(before.id)
    if not review.complete or not review.text:
        return None
    draft.fingerprint = draft.print or _load_texts([draft], writer)[0]
    seen = before.first_seen if before else writer.at
    publication = Publication(draft.id, review.published, seen)
    copies = find_copies(draft.fingerprint, texts.TextIndex(writer, without=draft.id))
    same = texts.copies_among(copies)
    if same:
        draft.place = stories.join_stories(writer, publication, same)
    else:
        stories.open_story(writer, publication)
    quoted = [copy.id for copy in copies if copy.kind == "quoted"]
    if quoted:
        draft.place = draft.place._replace(quotes=stories.quoted_first(writer, publication, quoted))
    return None


def _load_texts(drafts: Sequence[Draft], writer: Writer) -> list[Fingerprint]:
    """Make the fingerprints of these texts, and look for what stored ones share with them."""
    prints = list(fingerprints((draft.review.text, draft.review.language) for draft in drafts))
    for number, draft in enumerate(drafts):
        place = draft.review.position
        if place:  # the reviews of one page share its text: only those at the same place may be copies
            made = prints[number]
            prints[number] = made._replace(bands=tuple(band ^ place for band in made.bands))
        draft.print = prints[number]
    texts.load_bands(writer, prints)
    return prints


def identify(draft: Draft, tools: Tools) -> Outcome | None:
    """Find the film, and hold the review's names against its credits, where a catalogue knows them."""
    draft.film = _film_of(draft, tools)
    if draft.film.id is not None:
        film = films.film(tools.writer, draft.film.id)
        if not film.provisional:
            draft.review = checked(draft.review, film)
            draft.reading = draft.reading.checked(draft.review, film.id)
    return None


def _film_of(draft: Draft, tools: Tools) -> Found:
    """The film that is known and not in doubt; of the same text the same; else as `find_film` says."""
    before, review, writer = draft.before, draft.review, tools.writer
    if before is not None and before.film_id is not None and not tools.reparsed and not _identity_changed(draft, tools):
        return Found(before.film_id)
    linked, _ = films.judged(writer, draft.key)
    place = draft.place
    if linked is None and place is not None and place.story_id != draft.id:
        same_text = films.film_of_story(writer, place.story_id)
        if same_text is not None:
            return Found(same_text)
    return find_film(review, draft.key, tools)


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
        "run_id": draft.run_id,
    }
    if before is None:
        site_id = writer.site_id(review.site)
        place = draft.place or stories.Place(draft.id)
        rows.insert_review(writer, draft.key, site_id, draft.reading, columns | {"id": draft.id}, place)
        kind = "copy" if place.copy_of is not None else "held" if draft.film.id is None else "new"
    else:
        kind = _update(draft, before, columns, tools)
        place = draft.place or stories.Place(before.story_id, before.copy_of)
    films.note_film(writer, place.story_id, draft.film.id)
    if draft.fingerprint is not None:
        texts.TextIndex(writer).add(draft.id, draft.fingerprint)
    return Outcome(kind, draft.id, draft.film.id, place.story_id, draft.film.held)


def _update(draft: Draft, before: rows.Known, columns: dict[str, Any], tools: Tools) -> str:
    writer = tools.writer
    stored = rows.stored_values(writer, before.id)
    changes = {name: [stored[name], new] for name, new in draft.reading.values.items() if stored[name] != new}
    if before.text_hash != draft.reading.text_hash:
        changes["text"] = [before.text_hash, draft.reading.text_hash]
    completed = not before.complete and draft.review.complete
    cause = "reparsed" if _is_our_doing(draft, before, tools) else "edited"
    if before.gone_at is not None:
        cause, changes["gone"] = "back", [before.gone_at, None]
    if changes or before.gone_at is not None:
        columns |= {"changed_at": writer.at, "gone_at": None}
    if draft.place is not None:
        columns |= draft.place._asdict()
    elif "published" in changes:
        publication = Publication(before.id, draft.review.published, before.first_seen)
        columns["copy_of"] = stories.date_story(writer, publication, before.story_id).copy_of
    rows.update_review(writer, before, draft.reading, columns)
    if not changes:
        return "same"
    if completed:
        return "same"
    rows.add_revision(writer, before.id, cause, changes, tools.reader, draft.run_id)
    return "edited" if cause == "back" else cause


def _is_our_doing(draft: Draft, before: rows.Known, tools: Tools) -> bool:
    """Whether the page is as it was, and the code or the catalogue is not."""
    read_as_before = before.row_hash.partition(":")[0] == draft.reading.row_hash.partition(":")[0]
    newer = before.text_hash == draft.reading.text_hash and before.reader != tools.reader
    return tools.reparsed or read_as_before or newer


STEPS: tuple[Step, ...] = (check, fold, identify, save)
"""The road of a review; the first step that gives an outcome ends it."""


def ingest(review: Review, tools: Tools) -> Outcome:
    """Take one review into the store; what the outcome says is stored once the transaction of `tools.writer` ends.

    Outcome kinds: new, copy (new, and a copy of another's text), held (new, its film is not clear), edited (the page
    changed), reparsed (our reading did), same (or the rest of an excerpt, which is no edit), refused (with the reason).
    The film of a copy or an edited review may be held as well: then its film_id is None.
    """
    return ingest_all([review], tools)[0]


def ingest_all(reviews: Sequence[Review], tools: Tools, runs: Sequence[int | None] = ()) -> list[Outcome]:
    """Take many reviews in, in order, with few look-ups: the way for bulk; 100 to 5,000 in a transaction.

    `runs` has each review's run, where they are of several.
    """
    owners = runs or [tools.run_id] * len(reviews)
    if len(reviews) >= BULK:
        tools.writer.expect_bulk()
    with uncollected():
        drafts = [
            Draft(review, rows.review_key(review) or "", run) for review, run in zip(reviews, owners, strict=True)
        ]
        _look_up(drafts, tools)
        outcomes = [_through(draft, tools) for draft in drafts]
        settle(tools)
        texts.keep_bands(tools.writer)
    return outcomes


def _look_up(drafts: Sequence[Draft], tools: Tools) -> None:
    """Fetch at once what the steps will ask for one by one."""
    writer = tools.writer
    rows.load_known(writer, [draft.key for draft in drafts if draft.key])
    writer.load_sites(draft.review.site for draft in drafts)
    fresh = [draft for draft in drafts if draft.key and _is_fresh(draft, tools)]
    films.load_films(writer, [title_key(draft.review.film_title or "") for draft in fresh])
    _load_texts([draft for draft in fresh if draft.review.complete and draft.review.text], writer)


def _is_fresh(draft: Draft, tools: Tools) -> bool:
    """Whether the text is not the stored one."""
    before = rows.known(tools.writer, draft.key)
    return before is None or before.text_hash != rows.text_hash(draft.review.text)


def _through(draft: Draft, tools: Tools) -> Outcome:
    for step in STEPS:
        outcome = step(draft, tools)
        if outcome is not None:
            return outcome
    raise AssertionError("the last step gives an outcome")
