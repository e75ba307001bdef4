"""The columns of the plan's tables: their Swedish headers, and the store's fields that they become."""

from kpi.ingest import plan_values as v
from kpi.ingest.plan_table import Column
from kpi.model import PeriodKind, TargetOrigin

# Every table can say which of its cells the text does not give, and why we chose as we did.
MARKS = (
    Column("tolkning", "interpreted", v.parts, optional=True, empty=()),
    Column("tolkning_not", "note", v.text, optional=True, empty=""),
)

GOALS = (
    Column("kod", "code", v.code, required=True),
    Column("överordnat", "parent", v.code),
    Column("nivå", "level", v.code, required=True),
    Column("namn", "name", v.text, required=True),
    Column("slag", "kind", v.text, optional=True, empty=""),
    Column("viljeinriktning", "intent", v.text, optional=True, empty=""),
    Column("sammanfattning", "intent_summary", v.text, optional=True, empty=""),
    Column("tjänar", "serves", v.elsewhere, optional=True),
    Column("källa", "source", v.text, empty=""),
    *MARKS,
)

# What a nyckeltal is in this plan.
PLAN_INDICATORS = (
    Column("nyckeltal", "indicator", v.code, required=True),
    Column("enhet", "unit", v.code, required=True),
    Column("mål", "goal", v.code, required=True),
    Column("namn i planen", "name", v.text, required=True),
    Column("sort", "term", v.Choice(v.TERMS), required=True),
    Column("beslutad av", "decided_by", v.text, required=True),
    Column("ansvarig", "responsible", v.text, empty=""),
    Column("källa", "source", v.text, empty=""),
)

# What it measures, whichever plan it stands in: given on its first row, and on later ones equal or left out.
DEFINITIONS = (
    Column("namn", "indicator_name", v.text),
    Column("kortnamn", "short_name", v.text),
    Column("mått", "measure", v.text),
    Column("decimaler", "decimals", v.decimals),
    Column("riktning", "direction", v.Choice(v.DIRECTIONS)),
    Column("årsregel", "year_rule", v.Choice(v.YEAR_RULES)),
    Column("könsuppdelat", "split_by_gender", v.Choice(v.YES_NO)),
    Column("varför inte", "no_split_reason", v.text),
    Column("lägst", "lowest", v.number, optional=True),
    Column("högst", "highest", v.number, optional=True),
    Column("andra namn", "aliases", v.aliases, optional=True),
    Column("röjandegräns", "disclosure_threshold", v.threshold, optional=True),
)
NEEDED_DEFINITIONS = ("short_name", "measure", "decimals", "direction", "year_rule", "split_by_gender")
INDICATORS = (*PLAN_INDICATORS, *DEFINITIONS, *MARKS)

TARGETS = (
    Column("kod", "code", v.code, required=True),
    Column("nyckeltal", "indicator", v.code, required=True),
    Column("enhet", "unit", v.code),
    Column("kön", "gender", v.Choice(v.GENDERS), optional=True),
    Column("periodslag", "period_kind", v.Choice(v.PERIOD_KINDS), optional=True, empty=PeriodKind.YEAR),
    Column("villkor", "kind", v.Choice(v.TARGET_KINDS), required=True),
    Column("värde", "value", v.number),
    Column("övre värde", "upper_value", v.number, optional=True),
    Column("basår", "base_year", v.year, optional=True),
    Column("jämförs med", "reference", v.code, optional=True),
    Column("nås år", "by_year", v.year, optional=True),
    Column("från år", "first_year", v.year),
    Column("till år", "last_year", v.year),
    Column("tolerans", "tolerance", v.number, optional=True),
    Column("slag", "origin", v.Choice(v.TARGET_ORIGINS), optional=True, empty=TargetOrigin.PLAN),
    Column("beslutad av", "decided_by", v.text, required=True),
    Column("i texten", "printed", v.text, required=True),
    Column("källa", "source", v.text, empty=""),
    *MARKS,
)

BREAKS = (
    Column("nyckeltal", "indicator", v.code, required=True),
    Column("enhet", "unit", v.code),
    Column("från", "period_start", v.day, required=True),
    Column("orsak", "reason", v.text, required=True),
)
