"""What a page shows, read from the store: one function a page, and the same for its JSON."""

from aggregator.web.views.about import about, dictionary, health
from aggregator.web.views.films import film, review
from aggregator.web.views.lists import best, changes, counts, divisive, films, home, reviews
from aggregator.web.views.outlets import agreement, author, outlet, outlets, side_by_side

__all__ = [
    "about",
    "agreement",
    "author",
    "best",
    "changes",
    "counts",
    "dictionary",
    "divisive",
    "film",
    "films",
    "health",
    "home",
    "outlet",
    "outlets",
    "review",
    "reviews",
    "side_by_side",
]
