"""`python -m klarsprak`."""

from klarsprak.cli import main

main(prog_name="klarsprak")
