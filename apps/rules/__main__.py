"""The command line; without a command it lists them all."""

import sys

from apps.rules.authoring.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
