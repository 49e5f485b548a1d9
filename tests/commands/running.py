"""Running the command line inside a test."""

from click.testing import CliRunner

from claimbook.commands import main


def run(*arguments: str, said: str | None = None) -> tuple[int, str]:
    """Exit status and everything printed; `said` is what a person types."""
    result = CliRunner().invoke(main, arguments, input=said)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output
