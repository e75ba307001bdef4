"""Which columns the handed-out tables of plans, goals, definitions and units have, in order."""

from kpi.export.table import Column, Kind

T, N, W = Kind.TEXT, Kind.NUMBER, Kind.WHOLE

PLANS = (
    Column("kod", T, "plan_code"),
    Column("namn", T, "plan_name"),
    Column("organisation", T, "organisation"),
    Column("organisationens namn", T, "organisation_name"),
    Column("första år", W, "plan_first_year"),
    Column("sista år", W, "plan_last_year"),
    Column("beslutad av", T, "decided_by"),
    Column("beslutad den", T, "decided_on"),
    Column("diarienummer", T, "register_number"),
    Column("föregångare", T, "predecessor"),
    Column("källa", T, "plan_source"),
)

GOALS = (
    Column("plan", T, "plan_code"),
    Column("kod", T, "goal_code"),
    Column("överordnat", T, "goal_parent"),
    Column("nivå", T, "goal_level"),
    Column("namn", T, "goal_name_own"),
    Column("viljeinriktning", T, "intent"),
    Column("sammanfattning", T, "intent_summary"),
    Column("tjänar", T, "serves"),
    Column("källa", T, "goal_source"),
)

DEFINITIONS = (
    Column("nyckeltal", T, "indicator"),
    Column("namn", T, "indicator_name"),
    Column("kortnamn", T, "short_name"),
    Column("mått", T, "measure"),
    Column("decimaler", W, "decimals"),
    Column("riktning", T, "direction_word"),
    Column("årsregel", T, "year_rule_word"),
    Column("könsuppdelat", T, "split_word"),
    Column("varför inte", T, "no_split_reason"),
    Column("lägst", N, "lowest"),
    Column("högst", N, "highest"),
    Column("källa", T, "definition_source"),
)

FOLLOWED = (
    Column("plan", T, "plan_code"),
    Column("mål", T, "goal_code"),
    Column("nyckeltal", T, "indicator"),
    Column("enhet", T, "followed_unit"),
    Column("namn i planen", T, "name"),
    Column("sort", T, "term_word"),
    Column("beslutad av", T, "decided_by"),
    Column("ansvarig", T, "responsible"),
    Column("källa", T, "followed_source"),
)

UNITS = (
    Column("kod", T, "unit_code"),
    Column("namn", T, "unit_name"),
    Column("slag", T, "unit_kind_word"),
    Column("överordnad", T, "unit_parent"),
)

DOCUMENTS = (
    Column("plan", T, "plan_code"),
    Column("kod", T, "document_code"),
    Column("förteckning", T, "document_register"),
    Column("slag", T, "document_type_name"),
    Column("namn", T, "document_name"),
    Column("första år", W, "document_first"),
    Column("sista år", W, "document_last"),
    Column("diarienummer", T, "document_reference"),
    Column("fastställd", T, "document_decided"),
    Column("beslutad av", T, "document_decided_by"),
    Column("ersätter", T, "document_replaces"),
    Column("källa", T, "document_source"),
)

EQUALITY = (
    Column("plan", T, "plan"),
    Column("nyckeltal", T, "indicator"),
    Column("namn", T, "name"),
    Column("enhet", T, "unit"),
    Column("könsuppdelat", T, "split_word"),
    Column("varför inte", T, "no_split_reason"),
    Column("mått", T, "measure"),
    Column("period kvinnor", T, "women_period"),
    Column("värde kvinnor", N, "women_value"),
    Column("status kvinnor", T, "women_status"),
    Column("period män", T, "men_period"),
    Column("värde män", N, "men_value"),
    Column("status män", T, "men_status"),
    Column("skillnad K−M", N, "gap"),
    Column("skillnad nedre", N, "gap_lower"),
    Column("skillnad övre", N, "gap_upper"),
    Column("skillnadens utveckling", T, "gap_verdict_word"),
    Column("prövad från", T, "gap_from"),
    Column("prövad till", T, "gap_until"),
    Column("antal jämförda", W, "gap_n"),
)
