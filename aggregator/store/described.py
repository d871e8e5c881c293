"""What a reader of the bare SQLite file is told of it: metadata in the form that Datasette shows."""

from __future__ import annotations

from typing import Any

COLUMNS: dict[str, dict[str, str]] = {
    "v_reviews": {
        "review_id": "stays the same for ever",
        "film": "the film's title as the catalogue has it, or as most reviews write it",
        "film_as_written": "the title as the page writes it",
        "published": "ISO 8601: a date, or a date and time",
        "rating_raw": "the rating as written; empty where the page states none",
        "rating_value": "on the page's own scale",
        "scale_source": "who says what the scale is: declared, outlet, learned or assumed",
        "score": "0 to 100 under the policy",
        "verdict": "the review's own words, which belong to its author",
        "story_id": "copies of one text share a story, and are one voice",
        "copy_of": "empty for an original; only originals count",
        "quotes": "the review that this one quotes at length",
        "directors": "a JSON array, as the page spells them; actors likewise",
    },
    "v_films": {
        "voices": "reviews, copies not counted",
        "scored": "voices that state a rating with a number",
        "mean": "of their scores, 0 to 100",
        "shrunk_mean": "the mean drawn towards 60, as if five more voices had said so",
        "directors": "a JSON array",
        "provisional": "made of the reviews themselves, not known to a catalogue",
    },
    "v_outlets": {
        "reviews": "stored and not gone, copies among them",
        "scale": "the scale learned from the outlet's own ratings, as JSON",
        "positive": "praise from this value on, on that scale",
    },
    "v_authors": {"author": "as reviews are signed", "reviews": "copies not counted"},
    "v_revisions": {"changes": "field to [before, after], as JSON", "cause": "new, edited, reparsed, gone or back"},
    "v_film_history": {"day": "a day on which the film's voices changed, and what they came to at its end"},
    "v_people": {"role": "director or actor"},
}
"""View to what its less obvious columns say."""
LISTED_BY: dict[str, dict[str, Any]] = {
    "v_reviews": {"sort_desc": "published", "facets": ["site", "language", "rating_style"], "label_column": "headline"},
    "v_films": {"sort_desc": "voices", "facets": ["year"], "label_column": "title"},
    "v_outlets": {"sort_desc": "reviews", "label_column": "site"},
    "v_authors": {"sort_desc": "reviews", "label_column": "author"},
    "v_revisions": {"sort_desc": "revision_id", "facets": ["cause"]},
    "v_film_history": {"sort_desc": "day"},
    "v_people": {"sort": "name", "facets": ["role"]},
}
HIDDEN = (
    *(
        "aggregator_schema",
        "band",
        "band_page",
        "band_run",
        "counter",
        "fingerprint",
        "forgotten",
        "host_lease",
        "setting",
    ),
    *("change", "film_rank", "film_month", "outlet_pair", "film_person", "film_stat"),
    *("outlet_portrait", "film_word"),
    *("outlet_stat", "author_stat", "film_history"),
)
"""Tables that serve the program; the views show what is in them."""


def metadata(database: str) -> dict[str, Any]:
    """Title, description, and for each view its columns, order and facets; the tables behind them are hidden.

    The keys are those of Datasette's metadata.json; `database` is the name that it gives the file: what stands before
    its `.sqlite`.
    """
    views = {name: {"columns": columns, "size": 50, **LISTED_BY[name]} for name, columns in COLUMNS.items()}
    return {
        "title": "Film reviews",
        "description": "What film blogs say of films: ratings as written and on one scale, verdicts, copies folded.",
        "license": "Facts may be used; verdicts and headlines belong to their authors: quote them with author and link",
        "databases": {database: {"tables": views | {name: {"hidden": True} for name in HIDDEN}}},
    }
