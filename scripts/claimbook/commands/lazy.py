"""A group of commands that imports only the one that is called."""

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem


class LazyGroup(click.Group):
    """Commands by name with what each does in a line; each is loaded when it is called.

    The command `x-y` is the attribute `x_y` of the module `claimbook.commands.x_y`.
    """

    def __init__(self, *args: Any, summaries: Mapping[str, str], **kwargs: Any) -> None:  # noqa: ANN401 - click's
        super().__init__(*args, **kwargs)
        self.summaries = summaries

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as inherited
        """Run the command; what the machine refuses, such as a full disk, is told in a sentence."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            about = f"{error.filename}: " if error.filename else ""
            raise click.ClickException(f"{about}{error.strerror or error}") from None

    def list_commands(self, _: click.Context) -> list[str]:
        """The commands in the order in which help shows them."""
        return list(self.summaries)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in self.summaries:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"claimbook.commands.{name}"), name)
        return command

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.summaries.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options that begin as typed, without importing any."""
        names = self.summaries.items()
        found = [CompletionItem(n, help=text) for n, text in names if n.startswith(incomplete)]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; the nearest is named where there is none."""
        if args[0] not in self.summaries and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.summaries, n=1)
            hint = f" Did you mean `{near[0]}`?" if near else ""
            ctx.fail(f"there is no command `{args[0]}`.{hint}")
        return super().resolve_command(ctx, args)
