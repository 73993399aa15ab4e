"""What is said of the money of pilots: of each of them, or of all together."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.period import Period
from inburgering_model.model.pilot import Budget
from inburgering_model.parsing.content.facts import lowered, respectively
from inburgering_model.parsing.content.moments import moments
from inburgering_model.parsing.content.money import amounts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inburgering_model.parsing.content.facts import Facts
    from inburgering_model.parsing.content.money import Amount
    from inburgering_model.parsing.content.said import Said
    from inburgering_model.parsing.content.statements import Statement
    from inburgering_model.parsing.language.dated import DatedPhrase

__all__ = ["note_money"]

_start = attrgetter("start")
_NEAR_EACH = 3
_NEAR_TOTAL = 4


def note_money(said: Said, each: Sequence[Facts], together: Facts) -> None:
    """Add the amounts of a statement to what is known of pilots."""
    statement = said.statement
    told = statement.has("grants", "money_noun", "funding", "altogether", "paying")
    told = told or (statement.in_row and bool(said.focus.places))
    if statement.has("public_budget"):
        return
    found = list(amounts(statement.passage.text, statement.start, statement.end))
    paired = respectively(said, [amount.start for amount in found])
    dated = moments(statement, None) if found else []
    for amount in found:
        if not said.is_free(amount.start) or not (told or _is_beside_place(statement, amount)):
            continue
        pair = paired.get(amount.start)
        receivers = (pair,) if pair is not None else said.focus.at(amount.start)
        rule = "pilot.budget.total" if _is_total(statement, amount) else "pilot.budget"
        budget = _budget(said, amount, rule, dated)
        if said.of_programme:
            together.funding.append(budget)
        elif len(receivers) == 1 or (receivers and _is_for_each(statement, amount, found)):
            for index in receivers:
                each[index].budgets.append(budget)
        elif said.focus.whole:
            together.funding.append(budget)


def _budget(said: Said, amount: Amount, rule: str, dated: Sequence[DatedPhrase]) -> Budget:
    """An amount, and the time right after it that it is for: "50.000 euro in 2018"."""
    statement, sure = said.statement, lowered(0.9, said)
    of_amount = statement.evidence(rule, sure, of="amount", start=amount.start, end=amount.end)
    text = statement.passage.text
    after = bisect_left(dated, amount.end, key=_start)
    for phrase in dated[after : after + 1]:
        value = phrase.value
        if value is None or _FOR_TIME.fullmatch(text, amount.end, phrase.start) is None:
            continue
        period = Period(start=value, end=value) if isinstance(value, PartialDate) else value
        of_period = statement.evidence(
            "pilot.budget.period", min(sure, 0.7), of="period", start=phrase.start, end=phrase.end
        )
        return Budget(amount=amount.value, period=period, evidence=(of_amount, of_period))
    return Budget(amount=amount.value, evidence=(of_amount,))


# What stands between an amount and the time it is for.
_FOR_TIME = re.compile(
    r"\s(?:subsidie\s|steun\s)?(?:in|voor|over|tijdens|gedurende)?\s?"
    r"(?:(?:de|het)\s)?(?:begrotings|werkings|kalender)?(?:jaar|jaren)?\s?"
)
# A place with its remark in brackets, up to an amount in it: "Aarschot (12 maanden, 42.000 euro)".
_REMARK = re.compile(r"[A-ZÀ-Þ][\w-]{1,40}\s\([^()]{0,120}$")


def _is_beside_place(statement: Statement, amount: Amount) -> bool:
    """Whether an amount stands in the brackets after a name."""
    return _REMARK.search(statement.passage.text, statement.start, amount.start) is not None


def _is_total(statement: Statement, amount: Amount) -> bool:
    """Whether an amount is said to be the whole: "in totaal 55.000 euro"."""
    first, last = statement.words_within(amount.start, amount.end)
    return statement.has_in(max(first - _NEAR_TOTAL, 0), last + 1, "altogether")


def _is_for_each(statement: Statement, amount: Amount, told: Sequence[Amount]) -> bool:
    """Whether each gets an amount: *elk* opens the sentence, or *per* stands near the amount."""
    first, _ = statement.words_within(told[0].start, told[0].end)
    if len(told) == 1 or statement.has_in(0, first, "each"):
        return statement.has("each")
    first, last = statement.words_within(amount.start, amount.end)
    return statement.has_in(max(first - _NEAR_EACH, 0), last + _NEAR_EACH, "each")
