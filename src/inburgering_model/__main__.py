"""``python -m inburgering_model``: the command line."""

import sys

from inburgering_model.cli import main

sys.exit(main())
