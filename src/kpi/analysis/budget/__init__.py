"""Money: what a plan prints, what its parts sum to, and how accounts, effects and investments stand against it.

All arithmetic is in kronor and `Decimal`: nothing is rounded until it is shown, and nothing that has not been reported
counts as zero.
"""
