"""Singular and plural agree in every message and hint, with one subject and with many."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from multiplied import cases

from pathwayctl.checks.registry import all_checks
from pathwayctl.rule_pages import rule_page

CODES = sorted({rule.code for check in all_checks() for rule in check.rules})
SINGULAR = frozenset(["has", "is", "was", "does", "stands", "reports", "lists", "names", "lacks", "needs"])
PLURAL = frozenset(["have", "are", "were", "do", "stand", "report", "list", "name", "lack", "need"])
LABELS = frozenset(["grade", "Grade", "step", "Step", "steps", "level", "Level", "code", "phase", "Phase"])
"""Words that a number after them names and does not count."""
ENDS = re.compile(
    "after|an?|and|at|before|but|cannot|could|day|for|from|in|late|later|of|on|or|percent|than|that|there|to|"
    f"too|unanswered|with|without|{'|'.join(SINGULAR | PLURAL)}"
)
"""Words at which the noun phrase after a number ends."""
COUNT = re.compile(r"(?:(\w+) )?(?<![\w.,$-])(\d(?:[\d,]*\d)?) ([a-z][\w-]*(?: [a-z][\w-]*)*)")
SEVERAL = re.compile(r"(?:“X”, )*“X”,? and “X” (\w+)")
ONE = re.compile(r"(?:The (?:(?!of |for )[a-z]+ )+)?“X” (\w+)")


def disagreements(message: str, hint: str) -> Iterator[str]:
    """What does not agree: nouns and verbs with their number, and the hint with the message."""
    text = re.sub("“[^”]*”", "“X”", message)
    if "(s)" in message + hint:
        yield "(s)"
    for before, digits, words in COUNT.findall(text):
        if before not in LABELS:
            yield from _of_a_count(before, digits == "1", words.split())
    if (several := SEVERAL.match(text)) and several[1] in SINGULAR:
        yield several[0]
    if (one := ONE.match(text)) and one[1] in PLURAL:
        yield one[0]
    many = re.match(r"(?!1 )[\d,]+ (?!of )", text)
    for word in re.findall(r"\b(?:it|its|they|them|their|this|these|those|each)\b", hint):
        if many and word != "each":
            yield f"{word!r} for many: {hint}"
        if re.match(r"1 |The [a-z ]+ “X” has", text) and word in ("each", "them", "these"):
            yield f"{word!r} for one: {hint}"


def _of_a_count(before: str, is_one: bool, words: list[str]) -> Iterator[str]:
    end = next((place for place, word in enumerate(words) if ENDS.fullmatch(word)), len(words))
    phrase = " ".join(words[: end + 1])
    if end:
        noun = words[end - 1]
        is_plural = noun == "people" or (noun.endswith("s") and not noun.endswith("ss"))
        if is_plural is is_one:
            yield phrase
    verb = words[end] if end < len(words) else ""
    if end and before != "of" and verb in (PLURAL if is_one else SINGULAR):
        yield phrase


def test_every_message_and_hint_agrees_with_its_number() -> None:
    wrong, counting = [], set()
    for code in CODES:
        for _, problem in cases(code, rule_page(code).triggers):
            wrong += [f"{code}: {fault}" for fault in disagreements(problem.message, problem.hint)]
            if re.match(r"(?!1 )\d+ ", problem.message):
                counting.add(code)
    assert sorted(set(wrong)) == []
    assert len(counting) >= 40


@pytest.mark.parametrize(
    ("message", "hint"),
    [
        ("1 tasks has no owner: “A”.", ""),
        ("1 task have no owner: “A”.", ""),
        ("2 tasks has no owner: “A” and “B”.", ""),
        ("2 task have no owner: “A” and “B”.", ""),
        ("1 people are not invited: “A”.", ""),
        ("“A” leads to 1 college credits, fewer than the required 12.", ""),
        ("“A” has 2 action item without an owner: “B” and “C”.", ""),
        ("“A”, “B”, and “C” is not filled in.", ""),
        ("“A” have no date.", ""),
        ("2 task(s) have no owner.", ""),
        ("7 tasks have no owner: “A” and 6 others.", "Add owner: to it."),
        ("7 people have no role: “A” and 6 others.", "Add roles: to their entry."),
        ("1 task has no owner: “A”.", "Add owner: to each."),
        ("The task “A” has no owner.", "Add owner: to each of them."),
    ],
)
def test_a_planted_fault_is_seen(message: str, hint: str) -> None:
    assert list(disagreements(message, hint))


@pytest.mark.parametrize(
    ("message", "hint"),
    [
        ("1 task has no owner: “A”.", "Add owner: to it."),
        ("7 of 8 open tasks have a fixed date: “A” and 6 others.", "Write not_before: instead."),
        ("None of 10 durations is a three-point estimate.", ""),
        ("“A” is in grade 9, but is listed after a course in grade 11.", ""),
        ("“A” and “B” wait for 1 past meeting, 12 days late.", ""),
        ("K-12 has only one doer, “Ana”.", ""),
    ],
)
def test_what_agrees_is_not_reported(message: str, hint: str) -> None:
    assert not list(disagreements(message, hint))
