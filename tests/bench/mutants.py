"""Small faults put into the engine, one at a time, for tests to find.

The operators are the usual ones of mutation testing: comparisons, arithmetic and logic turned
round, numbers and words changed, conditions turned, filters, statements and results left out.
"""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.BitXor: ast.BitOr,
}


@dataclass(frozen=True)
class Mutant:
    """A module with one fault: where it is, what was there and what stands there now."""

    path: Path
    line: int
    before: str
    after: str
    tree: ast.Module

    def __str__(self) -> str:
        return f"{self.path.parent.name}/{self.path.name}:{self.line}: {self.before} > {self.after}"


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for number, node in enumerate(places(tree)):
        for choice, new in enumerate(variants(node)):
            twin = copy.deepcopy(tree)
            there = places(twin)[number]
            put(twin, there, ast.copy_location(list(variants(there))[choice], there))
            line: int = node.lineno
            yield Mutant(path, line, shown(node), shown(new), ast.fix_missing_locations(twin))


def places(tree: ast.AST) -> list[ast.stmt | ast.expr]:
    """What can be changed, in a fixed order: no annotations, docstrings or imports."""
    found: list[ast.stmt | ast.expr] = []
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import | ast.ImportFrom | ast.arguments) or is_docstring(node):
            continue
        if isinstance(node, ast.stmt | ast.expr):
            found.append(node)
        found += [place for place in places(node) if not is_annotation(node, place)]
    return found


def is_docstring(node: ast.AST) -> bool:
    """Whether a statement is nothing but words."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def is_annotation(node: ast.AST, place: ast.AST) -> bool:
    """Whether a place belongs to the annotation of a node, which does nothing when it runs."""
    notes = (getattr(node, "annotation", None), getattr(node, "returns", None))
    return any(place is part for note in notes if note for part in ast.walk(note))


def variants(node: ast.stmt | ast.expr) -> Iterator[ast.stmt | ast.expr]:
    """What a place could be by a slip."""
    if isinstance(node, ast.Constant):
        yield from other_values(node.value)
    elif isinstance(node, ast.stmt):
        yield from other_statements(node)
    else:
        yield from other_expressions(node)
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        yield with_test(node, ast.UnaryOp(ast.Not(), node.test))


def other_values(value: object) -> Iterator[ast.expr]:
    """Another number, another word, the other truth."""
    match value:
        case bool():
            yield ast.Constant(not value)
        case int() | float():
            yield ast.Constant(value + 1)
        case str():
            yield ast.Constant(f"XX{value}XX")


def other_expressions(node: ast.expr) -> Iterator[ast.expr]:
    """Operators turned round, filters left out."""
    match node:
        case ast.Compare(ops=[op, *rest]) if type(op) in COMPARED:
            yield ast.Compare(node.left, [COMPARED[type(op)](), *rest], node.comparators)
        case ast.BinOp(op=op) if type(op) in COMPUTED:
            yield ast.BinOp(node.left, COMPUTED[type(op)](), node.right)
        case ast.BoolOp(op=op):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), node.values)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            yield from without_filter(node)


def other_statements(node: ast.stmt) -> Iterator[ast.stmt]:
    """Effects and results left out, loops ended or gone on with."""
    match node:
        case ast.Expr() | ast.AugAssign() | ast.Raise():
            yield ast.Pass()
        case ast.Return(value=ast.expr() as value) if not is_none(value):
            yield ast.Return(ast.Constant(None))
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()


def with_test(node: ast.If | ast.While | ast.IfExp, test: ast.expr) -> ast.stmt | ast.expr:
    """The same node with another condition."""
    new = copy.copy(node)
    new.test = test
    return new


def without_filter(
    node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp,
) -> Iterator[ast.expr]:
    """A comprehension that lets everything through, where it did not."""
    for number, part in enumerate(node.generators):
        if part.ifs:
            new = copy.copy(node)
            open_ = ast.comprehension(part.target, part.iter, [], part.is_async)
            new.generators = [*node.generators[:number], open_, *node.generators[number + 1 :]]
            yield new


def is_none(value: ast.expr) -> bool:
    """Whether an expression is the word None."""
    return isinstance(value, ast.Constant) and value.value is None


def put(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    """Set one node of a tree in the place of another."""
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list) and any(part is old for part in value):
                value[:] = [new if part is old else part for part in value]


def shown(node: ast.AST) -> str:
    """The first line of a node as it would be written."""
    return ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).partition("\n")[0]
