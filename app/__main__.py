"""`python -m app …` is the same as `alongside …`."""

import sys

from app.cli.main import main

sys.exit(main())
