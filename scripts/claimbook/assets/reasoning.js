// Which claims and steps hold, and why: the rules of reason/status.py and reason/verdict.py,
// for what a reader accepts and rejects. tests/corpus/ and tests/browser/ hold both to the same.

export const Status = {
  UNCHALLENGED: "unchallenged",
  ANSWERED: "answered",
  OPEN_CHALLENGE: "open challenge",
  REASONS_FAIL: "its reasons do not hold",
  DISPUTED: "disputed",
  ACCEPTED: "accepted by the reader",
  REJECTED: "rejected by the reader",
};

const [IN, OUT, UNDECIDED] = ["in", "out", "undecided"];

/** The links of an argument in both directions, from data/graph.json. */
export class Graph {
  constructor({ thesis, sections = {}, claims }) {
    this.thesis = thesis;
    this.sections = sections;
    this.claims = new Map(claims.map((claim) => [claim.id, claim]));
    this.steps = new Map();
    this.stepsOf = new Map();
    this.usedIn = new Map();
    this.rebuts = new Map();
    this.undercuts = new Map();
    claims.forEach((claim) => this.#link(claim));
    this.aliases = new Map(claims.flatMap((c) => (c.aliases ?? []).map((old) => [old, c.id])));
  }

  has(node) {
    return this.claims.has(node) || this.steps.has(node);
  }

  rebutters(claim) {
    return this.claims.get(claim).rebutters ?? [];
  }

  /** The claims and steps whose value hangs on a node's. */
  dependants(node) {
    if (this.steps.has(node)) return [this.steps.get(node).conclusion];
    return [this.usedIn, this.undercuts, this.rebuts].flatMap((links) => links.get(node) ?? []);
  }

  /** What bears on a claim: its premises, and what attacks it or its steps. */
  below(claim) {
    const ofStep = ({ premises, undercutters }) => [...premises, ...undercutters];
    return unique([...this.stepsOf.get(claim).flatMap(ofStep), ...this.rebutters(claim)]);
  }

  /** What a claim bears on: conclusions drawn from it, and what it attacks. */
  above(claim) {
    return unique(this.dependants(claim).map((node) => this.claimOf(node)));
  }

  /** A claim itself, or the conclusion of a step. */
  claimOf(node) {
    return this.steps.get(node)?.conclusion ?? node;
  }

  /** A claim as its statement stands in a sentence, a step by its premises. */
  name(node) {
    const step = this.steps.get(node);
    if (step) return `the step from ${listed(step.premises.map((id) => this.name(id)))}`;
    return `‘${this.claims.get(node).label.replace(/\.+$/, "")}’`;
  }

  #link({ id, rebutters = [], steps = [] }) {
    rebutters.forEach((rebutter) => push(this.rebuts, rebutter, id));
    this.stepsOf.set(id, steps.map(({ premises = [], undercutters = [] }, index) => {
      const step = { id: `${id}:${index + 1}`, conclusion: id, premises, undercutters };
      this.steps.set(step.id, step);
      premises.forEach((premise) => push(this.usedIn, premise, step.id));
      undercutters.forEach((undercutter) => push(this.undercuts, undercutter, step.id));
      return step;
    }));
  }
}

/** What a reader has chosen: ids of claims and steps; rejection goes before acceptance. */
export function forcing({ accept = [], reject = [] }) {
  const pairs = [accept.map((id) => [id, IN]), reject.map((id) => [id, OUT])];
  return new Map(pairs.flat());
}

/** The grounded interpretation: the value of every claim and step by its id. */
export function grounded(graph, forced = new Map()) {
  const waiting = [...graph.claims.keys(), ...graph.steps.keys()];
  const values = new Map(waiting.map((node) => [node, UNDECIDED]));
  for (const node of waiting) {
    if (values.get(node) !== UNDECIDED) continue;
    const value = forced.get(node) ?? valueOf(graph, values, node);
    values.set(node, value);
    if (value !== UNDECIDED) waiting.push(...graph.dependants(node));
  }
  return values;
}

function valueOf(graph, values, node) {
  const are = (nodes, value) => nodes.every((each) => values.get(each) === value);
  const some = (nodes, value) => nodes.some((each) => values.get(each) === value);
  const step = graph.steps.get(node);
  if (step) {
    if (some(step.premises, OUT) || some(step.undercutters, IN)) return OUT;
    return are(step.premises, IN) && are(step.undercutters, OUT) ? IN : UNDECIDED;
  }
  const { alone } = graph.claims.get(node);
  const rebutters = graph.rebutters(node);
  const steps = graph.stepsOf.get(node).map(({ id }) => id);
  if (some(rebutters, IN) || (!alone && are(steps, OUT))) return OUT;
  return are(rebutters, OUT) && (alone || some(steps, IN)) ? IN : UNDECIDED;
}

/** The verdict on every claim and step: value, status, reason in words, ids that decided it. */
export function verdicts(graph, forced = new Map()) {
  const explanation = new Explanation(graph, grounded(graph, forced), forced);
  return new Map([...explanation.values.keys()].map((node) => [node, explanation.of(node)]));
}

class Explanation {
  constructor(graph, values, forced) {
    this.graph = graph;
    this.values = values;
    this.chosen = forced;
    this.challenged = challenged(graph);
  }

  of(node) {
    const value = this.values.get(node);
    if (this.chosen.has(node)) {
      const status = value === IN ? Status.ACCEPTED : Status.REJECTED;
      return { value, status, reason: "the reader’s own choice", deciding: [] };
    }
    const step = this.graph.steps.get(node);
    return { value, ...(step ? this.#ofStep(step, value) : this.#ofClaim(node, value)) };
  }

  #ofClaim(id, value) {
    const rebutters = this.graph.rebutters(id);
    const steps = this.graph.stepsOf.get(id);
    if (value === IN) return this.#holds(id, rebutters, steps);
    const open = this.#with(IN, rebutters);
    if (value === OUT && open.length) return this.#openChallenge(open);
    if (value === OUT) return this.#reasonsFail(this.#causes(steps, OUT, IN));
    const balanced = this.#with(UNDECIDED, rebutters);
    return this.#disputed(id, balanced.length ? balanced : this.#hanging(steps));
  }

  #ofStep({ id, premises, undercutters }, value) {
    if (value === IN) return this.#holds(id, undercutters, []);
    const open = this.#with(IN, undercutters);
    if (value === OUT && open.length) return this.#openChallenge(open);
    if (value === OUT) return this.#reasonsFail(this.#with(OUT, premises));
    return this.#disputed(id, this.#with(UNDECIDED, [...undercutters, ...premises]));
  }

  #holds(node, attackers, steps) {
    const answered = (reason, deciding = []) => ({ status: Status.ANSWERED, reason, deciding });
    const fallen = this.#causes(this.#thatAre(OUT, steps), OUT, IN);
    const elsewhere = "holds on other grounds; a reason for it";
    if (fallen.length) return answered(`${elsewhere} fell with ${this.#names(fallen)}`, fallen);
    const hanging = this.#hanging(steps);
    if (hanging.length) return answered(`${elsewhere} hangs on ${this.#names(hanging)}`, hanging);
    const nothing = "nothing that stands speaks against it; answered: ";
    if (attackers.length) return answered(nothing + this.#names(attackers), attackers);
    if (this.challenged.has(node)) return answered("what speaks against its reasons is answered");
    const reason = "nothing in this map speaks against it";
    return { status: Status.UNCHALLENGED, reason, deciding: [] };
  }

  #openChallenge(deciding) {
    const names = this.#names(deciding);
    const replies = deciding.some((attacker) => this.graph.rebutters(attacker).length);
    const why = replies ? "the replies to it do not hold" : "nothing answers it";
    let reason = `${names} stands and ${why}`;
    if (deciding.length > 1) reason = `${names} stand unanswered`;
    if (deciding.some((id) => this.chosen.has(id))) reason = `it is challenged by ${names}`;
    return { status: Status.OPEN_CHALLENGE, reason, deciding };
  }

  #reasonsFail(deciding) {
    const reason = `what decides is ${this.#names(deciding)}`;
    return { status: Status.REASONS_FAIL, reason, deciding };
  }

  #disputed(node, found) {
    const causes = found.filter((cause) => cause !== node);
    const attackers = causes.flatMap((cause) => this.graph.rebutters(cause));
    const mutual = this.#with(UNDECIDED, attackers);
    const other = mutual.filter((id) => !causes.includes(id) && id !== node);
    const names = this.#names(causes);
    let reason = `it hangs on ${names}, where nothing is settled`;
    const balance = "hold each other in the balance";
    if (other.length) reason = `${names} and ${this.#names(other)} ${balance}`;
    else if (mutual.includes(node)) reason = `it and ${names} ${balance}`;
    return { status: Status.DISPUTED, reason, deciding: [...causes, ...other] };
  }

  #hanging(steps) {
    return this.#causes(this.#thatAre(UNDECIDED, steps), UNDECIDED, UNDECIDED);
  }

  #thatAre(value, steps) {
    return steps.filter(({ id }) => this.values.get(id) === value);
  }

  #causes(steps, premise, undercutter) {
    return unique(steps.flatMap(({ id, premises, undercutters }) => {
      if (this.chosen.has(id)) return [id];
      return [...this.#with(undercutter, undercutters), ...this.#with(premise, premises)];
    }));
  }

  #with(value, nodes) {
    return unique(nodes.filter((node) => this.values.get(node) === value));
  }

  #names(nodes) {
    return listed(nodes.map((node) => {
      const choice = this.values.get(node) === IN ? "accepted" : "rejected";
      return this.graph.name(node) + (this.chosen.has(node) ? ` (${choice} by the reader)` : "");
    }));
  }
}

/** Claims and steps with an attack on them or anywhere on the way to them. */
function challenged(graph) {
  const attacked = [...graph.rebuts.values(), ...graph.undercuts.values()].flat();
  const found = new Set(attacked);
  for (const node of found) {
    const step = graph.steps.get(node);
    (step ? [step.conclusion] : graph.usedIn.get(node) ?? []).forEach((up) => found.add(up));
  }
  return found;
}

export function listed(names) {
  const last = names.slice(-1);
  return [names.slice(0, -1).join(", "), ...last].filter(Boolean).join(" and ");
}

export function unique(items) {
  return [...new Set(items)];
}

function push(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

const PATIENCE = 4000;

/**
 * The smallest set of choices on which two readings must be made alike, by either reader taking
 * over the other's, so that both come out alike on `claims`. Both readings are maps from node to
 * value. `proved` says that every smaller set was tried; otherwise none of its choices can go.
 */
export function parting(graph, mine, theirs, claims) {
  const differing = [...graph.claims.keys(), ...graph.steps.keys()].filter(
    (node) => mine.get(node) !== theirs.get(node),
  );
  const results = [mine, theirs].map((reading) => outcome(graph, reading, claims));
  const enough = (set) =>
    outcome(graph, taking(mine, theirs, set), claims) === results[1] &&
    outcome(graph, taking(theirs, mine, set), claims) === results[0];
  let patience = PATIENCE;
  for (let size = 0; size < differing.length; size++) {
    patience -= combinations(differing.length, size);
    if (patience < 0) return { differing, choices: shrunk(differing, enough), proved: false };
    for (const set of subsets(differing, size)) {
      if (enough(set)) return { differing, choices: set, proved: true };
    }
  }
  return { differing, choices: differing, proved: true };
}

function outcome(graph, reading, claims) {
  const values = grounded(graph, reading);
  return claims.map((claim) => values.get(claim)).join();
}

function taking(own, other, nodes) {
  const next = new Map(own);
  for (const node of nodes) {
    if (other.has(node)) next.set(node, other.get(node));
    else next.delete(node);
  }
  return next;
}

function shrunk(nodes, enough) {
  return nodes.reduce((kept, node) => {
    const fewer = kept.filter((other) => other !== node);
    return enough(fewer) ? fewer : kept;
  }, nodes);
}

function* subsets(items, size, from = 0) {
  if (!size) yield [];
  for (let at = from; size && at <= items.length - size; at++) {
    for (const rest of subsets(items, size - 1, at + 1)) yield [items[at], ...rest];
  }
}

function combinations(all, some) {
  let found = 1;
  for (let at = 1; at <= some; at++) found = (found * (all - at + 1)) / at;
  return found;
}
