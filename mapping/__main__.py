"""`python -m mapping` is the command `frontmap`."""

from mapping.cli import main

main()
