"""`claimbook completion`: names and commands completed by the shell."""

from typing import Final

import click
from click.shell_completion import get_completion_class

EPILOG: Final = """
\b
Examples:
  claimbook completion bash >> ~/.bashrc
  claimbook completion zsh >> ~/.zshrc
  claimbook completion fish > ~/.config/fish/completions/claimbook.fish

\b
Exit status: 0 done, 2 wrong usage.
"""
VARIABLE: Final = "_CLAIMBOOK_COMPLETE"


@click.command(epilog=EPILOG)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what makes SHELL complete commands, options, claims, sources and sections."""
    complete = get_completion_class(shell)
    if complete is None:
        raise click.UsageError(f"nothing is known of {shell}")
    click.echo(complete(ctx.find_root().command, {}, "claimbook", VARIABLE).source())
