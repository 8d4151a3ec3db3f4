"""The command line: check, assess, ask and graph a rulebook."""

import sys

from apps.rules.authoring.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
