"""What a value means to a reader: a status, and the reason for it in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claimbook.model import Argument, Claim, Step
from claimbook.reason.graph import Graph
from claimbook.reason.status import Value, Values, grounded


class Status(StrEnum):
    """How a claim or step stands in this map; it says nothing about the world."""

    UNCHALLENGED = "unchallenged"
    ANSWERED = "answered"
    OPEN_CHALLENGE = "open challenge"
    REASONS_FAIL = "its reasons do not hold"
    DISPUTED = "disputed"
    ACCEPTED = "accepted by the reader"
    REJECTED = "rejected by the reader"


@dataclass(frozen=True)
class Verdict:
    """The value of a claim or step, its status, why, and the ids of what decided it."""

    value: Value
    status: Status
    reason: str
    deciding: tuple[str, ...] = ()


def verdicts(
    argument: Argument,
    accepted: frozenset[str] = frozenset(),
    rejected: frozenset[str] = frozenset(),
) -> Mapping[str, Verdict]:
    """The verdict on every claim and step by its id, given what a reader accepts and rejects."""
    values = grounded(argument, accepted, rejected)
    explain = _Explanation(Graph(argument), values, accepted | rejected)
    claims = {id_: explain.claim(claim) for id_, claim in argument.claims.items()}
    return claims | {id_: explain.step(step) for id_, step in argument.steps.items()}


def verdicts_on(claims: Iterable[str], graph: Graph, values: Values) -> Mapping[str, Verdict]:
    """The verdicts on some claims, given the value of every claim and step."""
    explain = _Explanation(graph, values, frozenset())
    return {id_: explain.claim(graph.argument.claims[id_]) for id_ in claims}


class _Explanation:
    def __init__(self, graph: Graph, values: Values, chosen: frozenset[str]) -> None:
        self.graph = graph
        self.values = values
        self.chosen = chosen

    def claim(self, claim: Claim) -> Verdict:
        if claim.id in self.chosen:
            return self._choice(claim.id)
        rebutters = self.graph.rebutted_by[claim.id]
        match self.values[claim.id]:
            case Value.IN:
                return self._holds(claim.id, rebutters, claim.steps)
            case Value.OUT if open_ := self._with(Value.IN, rebutters):
                return self._open_challenge(open_)
            case Value.OUT:
                return self._reasons_fail(self._causes(claim.steps, Value.OUT, Value.IN))
        hanging = self._that_are(Value.UNDECIDED, claim.steps)
        undecided = self._causes(hanging, Value.UNDECIDED, Value.UNDECIDED)
        return self._disputed(claim.id, self._with(Value.UNDECIDED, rebutters) or undecided)

    def step(self, step: Step) -> Verdict:
        if step.id in self.chosen:
            return self._choice(step.id)
        undercutters = self.graph.undercut_by[step.id]
        premises = self.graph.premises[step.id]
        match self.values[step.id]:
            case Value.IN:
                return self._holds(step.id, undercutters, ())
            case Value.OUT if open_ := self._with(Value.IN, undercutters):
                return self._open_challenge(open_)
            case Value.OUT:
                return self._reasons_fail(self._with(Value.OUT, premises))
        return self._disputed(step.id, self._with(Value.UNDECIDED, (*undercutters, *premises)))

    def _choice(self, node: str) -> Verdict:
        status = Status.ACCEPTED if self.values[node] is Value.IN else Status.REJECTED
        return Verdict(self.values[node], status, "the reader’s own choice")

    def _holds(self, node: str, attackers: tuple[str, ...], steps: tuple[Step, ...]) -> Verdict:
        if fallen := self._causes(self._that_are(Value.OUT, steps), Value.OUT, Value.IN):
            reason = f"holds on other grounds; a reason for it fell with {self._names(fallen)}"
            return Verdict(Value.IN, Status.ANSWERED, reason, fallen)
        undecided = self._that_are(Value.UNDECIDED, steps)
        if hanging := self._causes(undecided, Value.UNDECIDED, Value.UNDECIDED):
            reason = f"holds on other grounds; a reason for it hangs on {self._names(hanging)}"
            return Verdict(Value.IN, Status.ANSWERED, reason, hanging)
        if attackers:
            reason = f"nothing that stands speaks against it; answered: {self._names(attackers)}"
            return Verdict(Value.IN, Status.ANSWERED, reason, attackers)
        if node in self.graph.challenged:
            return Verdict(Value.IN, Status.ANSWERED, "what speaks against its reasons is answered")
        return Verdict(Value.IN, Status.UNCHALLENGED, "nothing in this map speaks against it")

    def _open_challenge(self, attackers: tuple[str, ...]) -> Verdict:
        replies = any(self.graph.rebutted_by[attacker] for attacker in attackers)
        why = "the replies to it do not hold" if replies else "nothing answers it"
        reason = f"{self._names(attackers)} stands and {why}"
        if len(attackers) > 1:
            reason = f"{self._names(attackers)} stand unanswered"
        if self.chosen.intersection(attackers):
            reason = f"it is challenged by {self._names(attackers)}"
        return Verdict(Value.OUT, Status.OPEN_CHALLENGE, reason, attackers)

    def _reasons_fail(self, causes: tuple[str, ...]) -> Verdict:
        reason = f"what decides is {self._names(causes)}"
        return Verdict(Value.OUT, Status.REASONS_FAIL, reason, causes)

    def _disputed(self, node: str, causes: tuple[str, ...]) -> Verdict:
        causes = tuple(cause for cause in causes if cause != node)
        mutual = self._with(Value.UNDECIDED, self._attackers(causes))
        reason = f"it hangs on {self._names(causes)}, where nothing is settled"
        if other := tuple(m for m in mutual if m not in causes and m != node):
            reason = (
                f"{self._names(causes)} and {self._names(other)} hold each other in the balance"
            )
        elif node in mutual:
            reason = f"it and {self._names(causes)} hold each other in the balance"
        return Verdict(Value.UNDECIDED, Status.DISPUTED, reason, (*causes, *other))

    def _that_are(self, value: Value, steps: Iterable[Step]) -> Iterator[Step]:
        return (step for step in steps if self.values[step.id] is value)

    def _causes(self, steps: Iterable[Step], premise: Value, undercutter: Value) -> tuple[str, ...]:
        return _unique(
            cause for step in steps for cause in self._causes_of(step, premise, undercutter)
        )

    def _causes_of(self, step: Step, premise: Value, undercutter: Value) -> tuple[str, ...]:
        if step.id in self.chosen:
            return (step.id,)
        undercutters = self._with(undercutter, self.graph.undercut_by[step.id])
        return (*undercutters, *self._with(premise, self.graph.premises[step.id]))

    def _attackers(self, claims: Iterable[str]) -> Iterator[str]:
        return (attacker for claim in claims for attacker in self.graph.rebutted_by[claim])

    def _with(self, value: Value, nodes: Iterable[str]) -> tuple[str, ...]:
        return _unique(node for node in nodes if self.values[node] is value)

    def _names(self, ids: tuple[str, ...]) -> str:
        return _listed([self._name(id_) for id_ in ids])

    def _name(self, node: str) -> str:
        choice = "accepted" if self.values[node] is Value.IN else "rejected"
        decided = f" ({choice} by the reader)" if node in self.chosen else ""
        if node in self.graph.argument.steps:
            premises = [self._label(premise) for premise in self.graph.premises[node]]
            return f"the step from {_listed(premises)}{decided}"
        return f"{self._label(node)}{decided}"

    def _label(self, claim: str) -> str:
        return f"‘{self.graph.argument.claims[claim].label.rstrip('.')}’"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
