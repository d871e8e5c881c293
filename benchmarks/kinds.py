"""Posts of any blogs, by kind: which are taken for film reviews, and the weights of `extract/subject.py` fitted anew.

    python benchmarks/kinds.py POSTS.jsonl [MORE.jsonl ...] [--fit] [--errors]

Each line has `blog`, `headline`, `text` (paragraphs divided by empty lines) and `label`: "review" or any other name;
`date` and `tags` (a list) if the page is to show them. Blogs fall into two halves by their names: `--fit` fits on one,
and the figures are those of the other.
"""

from __future__ import annotations

import argparse
import html
import json
import math
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from aggregator.extract import JUDGED, STATED, WEIGHED, find, understood
from aggregator.extract.classify import START, classify, is_anchor, signs_of_post
from aggregator.extract.segment import segment
from aggregator.extract.subject import SUBJECT, measures
from aggregator.records import Page
from aggregator.site import Site
from aggregator.values.text import fold

STEPS, RIDGE = 12, 1.0
"""Steps of Newton's method, and the pull of weights to nothing (as of so many posts)."""
BOUND = 6.0
"""Log-odds told by all other signs count up to so much in the fit."""


class Told(NamedTuple):
    """One post as it was judged."""

    blog: str
    label: str
    headline: str
    taken: bool
    others: float  # log-odds of all signs but that of the subject
    anchors: int
    measures: Sequence[float]


def page(post: dict[str, Any]) -> Page:
    """A page without a design: headline, date, text and tags."""
    head = html.escape(post["headline"])
    text = "".join(f"<p>{html.escape(part)}</p>" for part in post["text"].split("\n\n"))
    date = f"<time datetime={post['date']}>{post['date']}</time>" if post.get("date") else ""
    tags = " ".join(f"<a rel=tag href=/tag/>{html.escape(tag)}</a>" for tag in post.get("tags") or ())
    body = f"<article><h1>{head}</h1>{date}<div class=entry-content>{text}</div><p>{tags}</p></article>"
    url = f"https://blog.example/{fold(post['headline']).replace(' ', '-')[:60]}/"
    return Page(url, f"<!DOCTYPE html><title>{head}</title><main>{body}</main>")


def told(paths: Iterable[Path]) -> Iterator[Told]:
    """Every post of the files, judged as `parse_page` judges it."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            post = segment(page(row), Site)[1][0]
            signs = signs_of_post(post)
            claims = understood(find([*STATED, *WEIGHED], post, [], site=Site), post, JUDGED)
            judged = classify(signs, claims, post)
            others = START + sum(weight for name, weight, _ in judged.signs if name != SUBJECT)
            anchors = sum(map(is_anchor, judged.signs))
            yield Told(row["blog"], row["label"], row["headline"], judged.is_review, others, anchors, measures(post))


def fitted(posts: Sequence[Told]) -> list[float]:
    """WEIGHTS and BEFORE by logistic regression, in units of the other signs; a blog counts by its posts' root."""
    rows = [((max(-BOUND, min(BOUND, post.others)), *post.measures, 1.0), post.label == "review") for post in posts]
    sizes = Counter(post.blog for post in posts)
    shares = [3 / math.sqrt(sizes[post.blog]) for post in posts]
    weights = [0.0] * len(rows[0][0])
    size = range(len(weights))
    for _ in range(STEPS):
        slope = [-RIDGE * weight for weight in weights[:-1]] + [0.0]
        bend = [[RIDGE * (a == b < len(weights) - 1) for b in size] for a in size]
        for (values, review), share in zip(rows, shares, strict=True):
            chance = 1 / (1 + math.exp(-sum([weight * value for weight, value in zip(weights, values, strict=True)])))
            for a in size:
                slope[a] += share * (review - chance) * values[a]
                for b in size:
                    bend[a][b] += share * chance * (1 - chance) * values[a] * values[b]
        weights = [weight + step for weight, step in zip(weights, solved(bend, slope), strict=True)]
    return [weight / weights[0] for weight in weights[1:]]


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of linear equations with a positive definite matrix, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for number, pivot in enumerate(rows):
        pivot[:] = [value / pivot[number] for value in pivot]
        for other in rows:
            if other is not pivot:
                factor = other[number]
                other[:] = [a - factor * b for a, b in zip(other, pivot, strict=True)]
    return [row[-1] for row in rows]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--fit", action="store_true", help="fit the weights on one half of the blogs")
    parser.add_argument("--errors", action="store_true", help="print each post that is judged wrongly")
    args = parser.parse_args()
    posts = list(told(args.files))
    held = [post for post in posts if zlib.crc32(post.blog.encode()) % 2]
    if args.fit:
        taught = [post for post in posts if not zlib.crc32(post.blog.encode()) % 2 and not post.anchors]
        print("WEIGHTS and BEFORE  ", *(f"{weight:.2f}" for weight in fitted(taught)))
    taken = [post for post in held if post.taken]
    right = sum(post.label == "review" for post in taken)
    reviews = sum(post.label == "review" for post in held)
    precision, recall = right / max(1, len(taken)), right / max(1, reviews)
    print(f"{len(held)} posts of {len({post.blog for post in held})} blogs: ", end="")
    print(f"precision {precision:.3f} recall {recall:.3f} F1 {2 * right / max(1, len(taken) + reviews):.3f}")
    for label, number in Counter(post.label for post in held).most_common():
        print(f"{label:<20}{number:>6}{sum(post.label == label for post in taken):>6} taken")
    for post in held:
        if args.errors and post.taken != (post.label == "review"):
            print(f"{'taken' if post.taken else 'left '} {post.label:<12}{post.headline}")


if __name__ == "__main__":
    main()
