"""The steps behind a film's number as a reader takes them: what went in, what was left out, how it was reckoned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from aggregator.web.models import Step

OF_ONE = frozenset({"input", "conversion", "assumption", "weight", "rule"})
"""Steps that belong to one review, where they name it."""


@dataclass(slots=True)
class Given:
    """One review that counts, and what became of its rating."""

    review_id: int
    outlet: str
    raw: str
    becomes: list[str] = field(default_factory=list)  # conversions, in words
    assumed: list[str] = field(default_factory=list)
    score: float | None = None  # 0..100
    weight: float | None = None
    stance: str | None = None  # positive, mixed or negative
    rule: str = ""  # by which rule


@dataclass(slots=True)
class Explained:
    """All steps, in the order of a reckoning."""

    given: list[Given] = field(default_factory=list)
    others: list[Step] = field(default_factory=list)  # reviews that count and stand on another part of the list
    left_out: list[Step] = field(default_factory=list)
    rules: list[Step] = field(default_factory=list)  # and assumptions that concern no single review
    formulas: list[Step] = field(default_factory=list)
    results: list[Step] = field(default_factory=list)

    def formula(self, subject: str) -> Step | None:
        """The formula of a figure, such as "mean"; None where there is none."""
        return next((step for step in self.formulas if step.subject == subject), None)


def explained(steps: Iterable[Step]) -> Explained:
    """The steps of a comparison, gathered by review and by kind."""
    found = Explained()
    given: dict[int, Given] = {}
    kinds = {"input": found.others, "left out": found.left_out, "formula": found.formulas, "result": found.results}
    for step in steps:
        if step.step == "input" and step.review_id is not None:
            given[step.review_id] = Given(step.review_id, step.subject, step.text)
        elif step.step in OF_ONE and step.review_id in given:
            _add(given[step.review_id], step)
        else:
            kinds.get(step.step, found.rules).append(step)
    found.given = list(given.values())
    return found


def _add(row: Given, step: Step) -> None:
    if step.step == "conversion":
        row.becomes.append(step.text)
    elif step.step == "assumption":
        row.assumed.append(step.text)
    elif step.step == "weight":
        row.weight = step.value
    else:
        row.stance, _, row.rule = step.text.partition(": ")
        row.score = step.value
