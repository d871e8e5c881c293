"""A film page's data in schema.org's terms, as JSON-LD that no browser can take for a script."""

from __future__ import annotations

from typing import Any

import orjson

from aggregator.web.bodies import Comparison
from aggregator.web.models import Voiced

ESCAPES = {
    code: f"\\u{code:04x}"
    for code in (*map(ord, "<>&"), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
}
"""Characters that could end the element or begin another, or that nobody sees: JSON has another spelling for each."""


def film_json_ld(found: Comparison, url: str) -> str:
    """A Movie with its Reviews and, from the minimum of voices on, an AggregateRating."""
    film, summary = found.film, found.summary
    data: dict[str, Any] = {"@context": "https://schema.org", "@type": "Movie", "name": film.title, "url": url}
    if film.year is not None:
        data["dateCreated"] = str(film.year)
    for name, people in (("director", film.directors), ("actor", film.cast)):
        if people:
            data[name] = [{"@type": "Person", "name": person} for person in people]
    if imdb := film.ids.get("imdb"):
        data["sameAs"] = f"https://www.imdb.com/title/{imdb}/"
    if summary.headline is not None:
        data["aggregateRating"] = {
            "@type": "AggregateRating",
            "ratingValue": round(summary.headline, 1),
            "bestRating": 100,
            "worstRating": 0,
            "ratingCount": summary.count,
        }
    data["review"] = [_review(voice) for voice in found.reviews]
    return orjson.dumps(data).decode().translate(ESCAPES)


def _review(voice: Voiced) -> dict[str, Any]:
    data: dict[str, Any] = {
        "@type": "Review",
        "url": voice.url,
        "publisher": {"@type": "Organization", "name": voice.site},
    }
    if voice.author:
        data["author"] = {"@type": "Person", "name": voice.author}
    if voice.published:
        data["datePublished"] = voice.published
    if voice.language:
        data["inLanguage"] = voice.language
    if voice.verdict is not None:
        data["reviewBody"] = voice.verdict.text
    rating = voice.rating
    if rating is not None and rating.value is not None and rating.best is not None:
        stated = {"@type": "Rating", "ratingValue": rating.value, "bestRating": rating.best}
        data["reviewRating"] = stated | ({"worstRating": rating.worst} if rating.worst is not None else {})
    return data
