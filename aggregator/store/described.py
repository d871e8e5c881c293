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
    *("aggregator_schema", "counter", "setting", "change", "host_lease", "forgotten"),
    *("band", "band_page", "band_run", "fingerprint", "page"),
    *("review", "evidence", "revision", "site", "film", "film_title", "film_link", "judgement"),
    *("film_stat", "film_rank", "film_month", "film_history", "film_person", "film_word"),
    *("outlet_stat", "outlet_pair", "outlet_portrait", "author_stat"),
)
"""Tables that serve the program; the views show what is in them."""
ABOUT = {
    "v_reviews": "Reviews that are not gone; only originals, whose copy_of is empty, count as voices.",
    "v_films": "Films with their voices, mean, lowest and highest score.",
    "v_outlets": "Blogs with their reviews, copies, scores, mean and learned scale.",
    "v_authors": "Names that reviews are signed with.",
    "v_revisions": "What changed of a review, when, and whether the page or our reading did.",
    "v_film_history": "What a film's voices came to at the end of a day on which that changed.",
    "v_people": "Directors and actors of films.",
    "run": "The run ledger: what ran, how it went, and why.",
    "left_out": "Posts that were not taken for film reviews, and why.",
    "passed_over": "URLs that were not read, and why.",
    "quarantine": "Pages on which parsing raised.",
}
"""What stands in each view, and in each table that is no hidden one."""
QUESTIONS: dict[str, tuple[str, str]] = {
    "best_of_a_year": (
        "Best films of a year",
        "SELECT title, voices, mean, lowest, highest FROM v_films WHERE year = :year AND scored >= 4 "
        "ORDER BY shrunk_mean DESC",
    ),
    "one_film": (
        "What they say of a film",
        "SELECT site, author, published, rating_raw, score, verdict, url FROM v_reviews "
        "WHERE film LIKE :title AND copy_of IS NULL ORDER BY score DESC",
    ),
}
"""Name to title and SQL of what a reader may ask first."""


def metadata(database: str) -> dict[str, Any]:
    """Title, description, and for each view its columns, order and facets; the tables behind them are hidden.

    The keys are those of Datasette's metadata.json; `database` is the name that it gives the file: what stands before
    its `.sqlite`.
    """
    tables: dict[str, dict[str, Any]] = {name: {"description": text, "size": 50} for name, text in ABOUT.items()}
    for name, columns in COLUMNS.items():
        tables[name] |= {"columns": columns, **LISTED_BY[name]}
    return {
        "title": "Film reviews",
        "description": "What film blogs say of films: ratings as written and on one scale, verdicts, copies folded.",
        "license": "Facts may be used; verdicts and headlines belong to their authors: quote them with author and link",
        "databases": {
            database: {
                "tables": tables | {name: {"hidden": True} for name in HIDDEN},
                "queries": {name: {"title": title, "sql": sql} for name, (title, sql) in QUESTIONS.items()},
            }
        },
    }
