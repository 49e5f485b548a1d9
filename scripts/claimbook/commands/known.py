"""Names that must be known, as types of parameters: a prompt asks again, the shell completes."""

from collections.abc import Callable, Iterable
from typing import Any, Final

import click
from click.shell_completion import CompletionItem

from claimbook.commands.choosing import nearest_project, reading
from claimbook.model import Argument
from claimbook.problems import ProblemsError, did_you_mean


class Known(click.ParamType[str]):
    """A name of some sort in the project of the option `-C`."""

    def __init__(self, name: str, names: Callable[[Argument], Iterable[str]]) -> None:
        self.name = name
        self.names = names

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str:
        """The name; the nearest is named where there is none such."""
        name, known = str(value), self._known(ctx)
        if known and name not in known:
            hint = did_you_mean(name, known)
            self.fail(f"there is no {self.name} `{name}`; {hint}".rstrip("; "), param, ctx)
        return name

    def shell_complete(
        self, ctx: click.Context, _: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The names that begin as typed."""
        return [CompletionItem(name) for name in self._known(ctx) if name.startswith(incomplete)]

    def _known(self, ctx: click.Context | None) -> list[str]:
        """The names; none where the project cannot be read, which is for others to tell."""
        root = ctx.params.get("project") if ctx else None
        try:
            return list(map(str, self.names(reading(root or nearest_project())[1].argument)))
        except ProblemsError:
            return []


def _claims(argument: Argument) -> Iterable[str]:
    former = (alias for claim in argument.claims.values() for alias in claim.aliases)
    return (*argument.claims, *former)


CLAIM: Final = Known("claim", _claims)
SOURCE: Final = Known("source", lambda argument: argument.sources)
SECTION: Final = Known("section", lambda argument: [s.id for s in argument.sections])
EITHER: Final = Known("claim or source", lambda a: (*_claims(a), *a.sources))
