"""The data dictionary of exports: every column, its type, and what it says."""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """One column of a table of rows; in JSON Lines `rating_raw` is `raw` within `rating`."""

    type: str  # text, integer, number, flag, list, json; any of them may be empty
    meaning: str


DICTIONARY: dict[str, dict[str, Column]] = {
    "reviews": {
        "url": Column("text", "the review itself, on its blog"),
        "site": Column("text", "the outlet: a site's name, or a blog's host"),
        "headline": Column("text", "the post's own heading"),
        "film_title": Column("text", "the film's title as the page writes it"),
        "film_year": Column("integer", "the year of release as the page states it"),
        "author": Column("text", "the writer; placeholders such as admin are read as none"),
        "published": Column("text", "ISO 8601: a date, or a date and time with the offset stated"),
        "language": Column("text", "ISO 639-1"),
        "rating_raw": Column("text", "the rating as written; empty where the page states none, never guessed"),
        "rating_value": Column("number", "on the page's own scale; empty for words without a number"),
        "rating_best": Column("number", "the best that the scale gives"),
        "rating_worst": Column("number", "the worst, where it is stated"),
        "rating_style": Column("text", "stars, letters, fraction, percent, words or thumbs"),
        "rating_scale_source": Column("text", "who says what the scale is: declared, outlet, learned or assumed"),
        "rating_score": Column("number", "0 to 100 under the policy"),
        "cast": Column("list", "actors of the film, as the page names them"),
        "directors": Column("list", "directors, as the page names them"),
        "verdict_text": Column("text", "the review's own judgement, quoted: it belongs to its author"),
        "verdict_explicit": Column("flag", "whether a label or heading marks it as the verdict"),
        "verdict_label": Column("text", "that label"),
        "complete": Column("flag", "false for an excerpt"),
        "provenance": Column("json", "field to source, place and raw text of the chosen claims"),
        "id": Column("integer", "stays the same for ever, and is never used again"),
        "film_id": Column("integer", "the film; empty where it is not clear which one"),
        "story_id": Column("integer", "copies of one text share a story, and are one voice"),
        "copy_of": Column("integer", "the review that this one repeats; such a copy is not counted"),
        "quotes": Column("integer", "a review that this one quotes for the greater part"),
        "held": Column("text", "why no film was chosen"),
        "disputed": Column("list", "fields on which sources within the page disagree"),
        "policy": Column("text", "the scoring policy of the score"),
        "opinion": Column("text", "positive, mixed or negative by the scale's own cuts"),
        "words": Column("integer", "length of the review"),
        "gone_at": Column("text", "a tombstone: since when the page is no longer there"),
        "first_seen": Column("text", "ISO 8601, UTC"),
        "changed_at": Column("text", "when it last changed here"),
        "checked_at": Column("text", "when its page was last looked at"),
    },
    "films": {
        "id": Column("integer", "stays the same for ever"),
        "title": Column("text", "as the catalogue has it, or as most reviews write it"),
        "year": Column("integer", "of release"),
        "directors": Column("list", "as the catalogue or the reviews name them"),
        "cast": Column("list", "likewise"),
        "ids": Column("json", "ids elsewhere: imdb"),
        "provisional": Column("flag", "made of the reviews themselves, not known to a catalogue"),
        "voices": Column("integer", "reviews, copies not counted"),
        "scored": Column("integer", "voices that state a rating with a number"),
        "mean": Column("number", "of their scores, 0 to 100"),
        "lowest": Column("number", "the lowest of their scores"),
        "highest": Column("number", "the highest"),
    },
    "revisions": {
        "id": Column("integer", "in the order in which changes were stored"),
        "review_id": Column("integer", "the review that changed"),
        "at": Column("text", "ISO 8601, UTC"),
        "cause": Column("text", "new, edited (the page changed), reparsed (our reading changed), gone or back"),
        "changes": Column("json", "field to its value before and after"),
        "reader": Column("text", "version of the code that read the page"),
        "run_id": Column("integer", "the run that did it"),
    },
    "claims": {
        "review_id": Column("integer", "the review"),
        "field": Column("text", "which value it is about"),
        "raw": Column("text", "the words as they stand on the page"),
        "value": Column("json", "what it was understood as; empty: not understood, and never chosen"),
        "source": Column("text", "kind of evidence, SITE the most trusted, HEURISTIC the least"),
        "where": Column("text", "CSS, XPath, JSON path or words"),
        "chosen": Column("flag", "whether the review's value is this one"),
    },
    "outlets": {
        "name": Column("text", "the site's name, or the blog's host"),
        "home": Column("text", "its home page"),
        "reviews": Column("integer", "stored and not gone, copies among them"),
        "copies": Column("integer", "of these, of texts that stand elsewhere: they count as no voices"),
        "scored": Column("integer", "of the reviews, with a score"),
        "mean": Column("number", "of the scores, 0 to 100"),
        "oldest": Column("text", "publication of the oldest review"),
        "newest": Column("text", "publication of the newest review"),
        "left_out": Column("integer", "posts that are no film reviews"),
        "quarantined": Column("integer", "pages that could not be parsed"),
        "scale": Column("json", "the scale learned from the outlet's own ratings"),
        "positive": Column("number", "praise from this value on, on that scale"),
        "negative": Column("number", "blame up to this one; mixed lies between"),
        "last_run": Column("text", "when it began"),
        "state": Column("text", "how it went: running, good, short, quiet, broken or cut-off"),
    },
    "authors": {
        "name": Column("text", "as reviews are signed; the name alone tells authors apart"),
        "reviews": Column("integer", "signed so, copies not counted"),
        "scored": Column("integer", "of these, with a score"),
        "mean": Column("number", "of the scores, 0 to 100"),
    },
}
"""Kind to its columns, in order."""
