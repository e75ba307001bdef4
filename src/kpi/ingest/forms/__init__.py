"""Forms: tables with set headings in which people write what is not outcomes, a row each.

Texts about nyckeltal, judged forecasts, breaks, what has become of an uppdrag, accounts. `every.FORMS` lists them; a
file is recognised by its headings, whatever kind of file it is.
"""
