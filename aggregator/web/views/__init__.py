"""What a page shows, read from the store: one function a page, and the same for its JSON."""

from aggregator.web.views.about import about, dictionary, health
from aggregator.web.views.films import film, film_named, review
from aggregator.web.views.lists import authors, best, changes, counts, divisive, films, home, reviews
from aggregator.web.views.outlets import agreement, author, is_outlet, outlet, outlets, side_by_side

__all__ = [
    "about",
    "agreement",
    "author",
    "authors",
    "best",
    "changes",
    "counts",
    "dictionary",
    "divisive",
    "film",
    "film_named",
    "films",
    "health",
    "home",
    "is_outlet",
    "outlet",
    "outlets",
    "review",
    "reviews",
    "side_by_side",
]
