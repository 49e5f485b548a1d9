"""The command line."""

from claimbook.commands import main

if __name__ == "__main__":
    main()
