"""What categories, tags and the folders of an address say of a post's kind."""

from __future__ import annotations

from functools import cache, lru_cache
from urllib.parse import unquote, urlsplit

from aggregator.extract.kinds_tags import FILM_TAG, REVIEW_TAG, TAG_SIGNS
from aggregator.extract.markup import tags_of
from aggregator.extract.segment import Post
from aggregator.extract.shape import Sign
from aggregator.values.patterns import Pattern, rows_by_letter
from aggregator.values.text import fold

MIXED = 0.5, 0.25
"""Share of its weight that the tag of another field keeps beside one of films, beside one of films and one of reviews:
some blogs have theirs on every post."""
WORKS = frozenset(("book", "game", "album", "hardware"))
MANY = 25, 0.4
"""Tags of a post from which each of another field says little, and what is left of its weight."""
ALONE = 2.5
"""Labels of tags for other things that are reviewed; times its weight that such a tag has where none is of films."""
FOLDER = 0.6
"""Share of a tag's weight that a folder of the address has."""
BESIDE = "tag: film, beside one of reviews"
"""Sign of a post with both; it counts where nothing says that another thing is reviewed."""


def tag_signs(post: Post) -> list[Sign]:
    """Signs of categories, tags and the folders of the address: the strongest of each label."""
    signs: list[Sign] = []
    tags = tags_of(post)
    share = MANY[1] if len(tags) >= MANY[0] else 1.0
    for tag in tags[:30]:
        kind = kind_of_tag(tag)
        if kind is not None:
            signs.append((f"tag: {tag}", kind[0] * (share if kind[1] else 1.0), kind[1]))
    if not post.alone:
        for folder in folders(f"{post.doc.url.removesuffix('/').removesuffix('.html')}/*"):
            kind = kind_of_tag(folder)
            if kind is not None and kind[1] is None:
                signs.append((f"tag: {folder} of the listing", kind[0] * FOLDER, None))
    for folder in folders(post.url):
        kind = kind_of_tag(folder)
        if kind is not None:
            signs.append((f"folder: {folder}", kind[0] * FOLDER, kind[1]))
    best: dict[str | None, Sign] = {}
    for sign in signs:
        if sign[2] not in best or abs(sign[1]) > abs(best[sign[2]][1]):
            best[sign[2]] = sign
    both = {weight for name, weight, _ in signs if name.startswith("tag: ")} >= {REVIEW_TAG, FILM_TAG}
    if "other" in best and None in best:
        name, weight, label = best["other"]
        best["other"] = (name, weight * MIXED[both], label)
    if post.alone and len(best) == 1 and not WORKS.isdisjoint(best):
        best = {label: (name, weight * ALONE, label) for label, (name, weight, _) in best.items()}
    beside = both and best[None][1] == REVIEW_TAG
    return [*best.values(), *([(BESIDE, FILM_TAG, None)] if beside else [])]


@cache
def tags_by_letter() -> dict[str, Pattern]:
    """First letter -> what of `TAG_SIGNS` may begin with it, each row as a group named after its number."""
    return rows_by_letter(
        [(f"row{number}", row[0]) for number, row in enumerate(TAG_SIGNS)], r"(?: reviews?| recaps?)?"
    )


@lru_cache(maxsize=4096)
def kind_of_tag(tag: str) -> tuple[float, str | None] | None:
    """Weight and label of a category or tag."""
    key = fold(tag)
    tags = tags_by_letter().get(key[:1]) or tags_by_letter()[""]
    match = tags.match(key) or (tags.match(key.rstrip("0123456789").rstrip()) if key[-1:].isdigit() else None)
    return TAG_SIGNS[int((match.lastgroup or "").removeprefix("row"))][1:] if match else None


def folders(url: str) -> list[str]:
    """The folders of an address, as words."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return []
    parts = path.strip("/").removesuffix("/index.html").split("/")
    return [unquote(part).replace("-", " ") for part in parts[:-1] if 2 < len(part) < 30 and not part.isdigit()]
