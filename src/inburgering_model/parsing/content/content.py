"""Put together what a question and its answers tell about pilots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from inburgering_model.model.outcome import FollowUp, Outcome, Recommendation, Scope
from inburgering_model.model.pilot import Pilot, Programme
from inburgering_model.model.reading import Issue
from inburgering_model.parsing.content.discourse import Discourse, discourse_of
from inburgering_model.parsing.content.evidence import for_field
from inburgering_model.parsing.content.follow_ups import find_uptakes
from inburgering_model.parsing.content.gathering import gather
from inburgering_model.parsing.content.groups import Gazetteer
from inburgering_model.parsing.content.instruments import instruments_of
from inburgering_model.parsing.content.making import made_pilots, made_programmes
from inburgering_model.parsing.content.outcomes import find_counts, find_products
from inburgering_model.parsing.content.parties import addressed_in, agents_in, people_in
from inburgering_model.parsing.content.pilots import find_trials
from inburgering_model.parsing.content.programmes import is_established
from inburgering_model.parsing.content.recommendations import NEED_LED_TO, find_teachings
from inburgering_model.parsing.content.setting import setting_of, with_sections_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from inburgering_model.model.answer import Answer
    from inburgering_model.model.passage import Passage
    from inburgering_model.model.people import Party
    from inburgering_model.model.provenance import Evidence
    from inburgering_model.model.question import ParliamentaryQuestion
    from inburgering_model.parsing.content.outcomes import Product
    from inburgering_model.parsing.content.recommendations import Teaching
    from inburgering_model.parsing.content.statements import Statement
    from inburgering_model.parsing.content.uptakes import Uptake

__all__ = ["Content", "read_content"]


@frozen(kw_only=True)
class Content:
    """What was read about pilots; everything is empty where a document tells of none."""

    programmes: tuple[Programme, ...] = ()
    pilots: tuple[Pilot, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    issues: tuple[Issue, ...] = ()


def read_content(question: ParliamentaryQuestion, answers: tuple[Answer, ...]) -> Content:
    """Read pilots, outcomes, recommendations and follow-ups from the passages of a dossier.

    Passages hold clean text; their pieces are what evidence points at. Ids are given in the order
    in which things are first mentioned. Time is linear in the text.

    >>> from inburgering_model.model.answer import AnswerItem, OrdinaryAnswer
    >>> from inburgering_model.model.passage import Passage
    >>> from inburgering_model.model.question import ParliamentaryQuestion
    >>> said = Passage(text="De proefprojecten in Gent en Aalst liepen tot eind 2018.")
    >>> answer = OrdinaryAnswer(items=(AnswerItem(passages=(said,)),))
    >>> content = read_content(ParliamentaryQuestion(), (answer,))
    >>> [(pilot.municipalities[0].name, str(pilot.period)) for pilot in content.pilots]
    [('Gent', '/2018-36'), ('Aalst', '/2018-36')]
    """
    setting = setting_of(question, answers)
    if setting is None:
        return Content()
    gazetteer = Gazetteer(day=setting.answered_on or setting.asked_on)
    trials = find_trials(setting, gazetteer)
    setting = with_sections_of(trials, setting, gazetteer)
    if not trials and not is_established(setting):
        return Content()
    discourse = discourse_of(setting, gazetteer, trials)
    uptakes = find_uptakes(setting)
    each, together = gather(setting, discourse, uptakes)
    issues: list[Issue] = []
    programmes = made_programmes(setting, trials, together, issues)
    programme = programmes[0].id if programmes else None
    pilots = made_pilots(setting, trials, each, programme, issues)
    products = find_products(setting, discourse, uptakes)
    teachings = find_teachings(setting, discourse, uptakes, products)
    told: list[Uptake | Product | Teaching] = [*uptakes, *products, *teachings]
    taken = {(id(one.statement), one.start) for one in told}
    # A row is told without its label.
    taken |= {(id(one.statement), 0) for one in told if one.start == one.statement.after_label}
    counts = find_counts(setting, discourse, taken)
    products = sorted((*products, *counts), key=_place)
    ids = _Ids(programme, tuple(pilot.id for pilot in pilots), discourse)
    outcomes = tuple(_outcome(f"o{n}", product, ids) for n, product in enumerate(products, 1))
    recommendations = tuple(
        _recommendation(f"r{n}", teaching, ids) for n, teaching in enumerate(teachings, 1)
    )
    led = {
        (id(teaching.statement), teaching.start): recommendation.id
        for teaching, recommendation in zip(teachings, recommendations, strict=True)
        if teaching.hit.frame.rule == NEED_LED_TO
    }
    named = {p.noun: o.id for p, o in zip(products, outcomes, strict=True) if p.noun is not None}
    return Content(
        programmes=programmes,
        pilots=pilots,
        outcomes=outcomes,
        recommendations=recommendations,
        follow_ups=_follow_ups(uptakes, led, named),
        issues=tuple(dict.fromkeys(issues)),
    )


@frozen
class _Ids:
    """The ids that entities say they concern."""

    programme: str | None
    pilots: tuple[str, ...]
    discourse: Discourse

    def concerned(self, statement: Statement) -> tuple[str, ...]:
        """The pilots a statement is about; the programme when these are all of them."""
        focus = self.discourse.of(statement)
        if focus.trials and not focus.whole:
            return tuple(self.pilots[index] for index in focus.trials)
        return self.pilots if self.programme is None else (self.programme,)


def _place(product: Product) -> tuple[int, int, int]:
    """Where a product stands in the text."""
    statement = product.statement
    return statement.paragraph, statement.start, product.start


def _outcome(identifier: str, product: Product, ids: _Ids) -> Outcome:
    statement = product.statement
    passage = statement.clause_passage(product.start, product.end)
    start, end = statement.offsets(product.start, product.end)
    return Outcome(
        id=identifier,
        kind=product.kind,
        passage=passage,
        concerns=ids.concerned(statement),
        evidence=(
            statement.evidence(product.rule, product.confidence, start=start, end=end),
            statement.evidence(product.rule, product.confidence, of="kind", start=start, end=end),
        ),
    )


def _recommendation(identifier: str, teaching: Teaching, ids: _Ids) -> Recommendation:
    statement = teaching.statement
    start, end = statement.offsets(*_extent(teaching))
    rule = teaching.hit.frame.rule
    addressed = addressed_in(statement, *_extent(teaching))
    people = people_in(statement, *_extent(teaching))
    return Recommendation(
        id=identifier,
        kind=teaching.kind,
        passage=_teaching_passage(teaching),
        addressed_to=addressed,
        target_groups=people,
        concerns=ids.concerned(statement),
        evidence=(
            statement.evidence(rule, teaching.confidence, start=start, end=end),
            statement.evidence(rule, teaching.confidence, of="kind", start=start, end=end),
            *_evidence_of("addressed_to", addressed),
            *_evidence_of("target_groups", people),
        ),
    )


def _extent(teaching: Teaching) -> tuple[int, int]:
    """The words of a teaching: its clause; of a need that led to something, the need alone."""
    if teaching.hit.frame.rule != NEED_LED_TO:
        return teaching.start, teaching.end
    statement = teaching.statement
    verb = next(
        (
            index
            for index in range(teaching.start + 1, teaching.end)
            if "{done_auxiliary}" in statement.atoms[index] or "{led}" in statement.atoms[index]
        ),
        teaching.end,
    )
    return teaching.start, verb


def _teaching_passage(teaching: Teaching) -> Passage:
    start, end = _extent(teaching)
    statement = teaching.statement
    if end == teaching.end:
        return statement.clause_passage(start, end)
    return statement.ground.part(*statement.offsets(start, end))


def _evidence_of(name: str, parties: Sequence[Party]) -> tuple[Evidence, ...]:
    """The evidence of parties, for the field that holds them."""
    return tuple(for_field(evidence, name) for party in parties for evidence in party.evidence)


def _follow_ups(
    uptakes: Sequence[Uptake],
    led: Mapping[tuple[int, int], str],
    named: Mapping[str, str],
) -> tuple[FollowUp, ...]:
    found: list[FollowUp] = []
    for number, uptake in enumerate(uptakes, 1):
        by = _agents(uptake, uptakes[number - 2] if number > 1 else None)
        found.append(_follow_up(f"f{number}", uptake, by, _concerned(uptake, led, named)))
    return tuple(found)


def _agents(uptake: Uptake, previous: Uptake | None) -> tuple[Party, ...]:
    """Who does it; "de eigen" staff is that of the body the clause before speaks of."""
    statement = uptake.statement
    own = "eigen" in statement.words[uptake.start : uptake.end]
    if own and previous is not None and previous.statement.paragraph == statement.paragraph:
        before = agents_in(
            previous.statement, previous.start, previous.end, previous.hit.match.zone
        )
        if before:
            return before
    return agents_in(statement, uptake.start, uptake.end, uptake.hit.match.zone)


def _concerned(
    uptake: Uptake, led: Mapping[tuple[int, int], str], named: Mapping[str, str]
) -> tuple[str, ...]:
    """The ids a clause lists: the need that led to it, or an outcome that it names again."""
    need = led.get((id(uptake.statement), uptake.start))
    if need is not None:
        return (need,)
    words = uptake.statement.words
    again = {
        named[words[index]]: None
        for index in range(uptake.start + 1, uptake.end)
        if words[index] in named
        and words[index - 1] in ("de", "het", "deze", "dit", "die", "dat")
        and not uptake.zone[0] <= index < uptake.zone[1]
    }
    return tuple(again)


def _follow_up(
    identifier: str, uptake: Uptake, by: tuple[Party, ...], concerns: tuple[str, ...]
) -> FollowUp:
    statement = uptake.statement
    text = statement.passage.text
    start, end = statement.offsets(uptake.start, uptake.end)
    frame = uptake.hit.frame
    condition = None if uptake.condition is None else uptake.condition.piece
    instruments = tuple(instruments_of(uptake))
    scope = Scope.LISTED if concerns else uptake.scope

    def evidence(of: str, rule: str, confidence: float, piece: tuple[int, int]) -> Evidence:
        return statement.evidence(rule, confidence, of=of, start=piece[0], end=piece[1])

    zone = statement.offsets(*uptake.zone)
    details = [
        evidence("", frame.rule, uptake.confidence, (start, end)),
        evidence("destination", uptake.destination_rule, uptake.confidence, zone),
        evidence("status", uptake.status_rule, uptake.confidence, (start, end)),
        *_evidence_of("by", by),
    ]
    if condition is not None:
        details.append(evidence("condition", "follow-up.condition", 0.9, condition))
    details += [
        evidence("instruments", "follow-up.instruments", 0.7, piece) for piece in instruments
    ]
    if scope is not Scope.UNSTATED:
        details.append(evidence("scope", "follow-up.scope", 0.7, (start, end)))
    return FollowUp(
        id=identifier,
        destination=uptake.destination,
        status=uptake.status,
        passage=statement.clause_passage(uptake.start, uptake.end),
        condition=None if condition is None else text[slice(*condition)],
        by=by,
        instruments=tuple(text[slice(*piece)] for piece in instruments),
        scope=scope,
        concerns=concerns,
        evidence=tuple(details),
    )
