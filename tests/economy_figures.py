"""The budget tables of text 003, typed off it by hand: a row's name there, its item here, and its figures as printed.

Kept apart from the shipped files, so that a slip in one is not a slip in both.
"""

YEARS = {
    "atg_praktikplatser": ("Praktikplatser", "0,5 0,5 0,5"),
    "atg_forskningsmedel": ("Forskningsmedel", "2,0 2,0 2,0"),
    "atg_undersokningar": ("Verksamhetsundersökningar", "0,2 0,2 0,2"),
    "atg_politisk": ("Total effekt av åtgärder politisk beslutsnivå", "2,7 2,7 2,7"),
    "atg_mandat": ("Åtgärder inom Regiondirektörens mandat", "9,1 12,2 13,0"),
    "atg_projekt": ("Strategiska projekt", "9,0 15,0 20,0"),
    "atg_tjansteperson": ("Total effekt av åtgärder tjänstepersonsnivå", "18,1 27,2 33,0"),
    "atg_summa": ("Total effekter regionstyrelsen", "20,8 29,9 36,7"),
}
FRAMES = {
    "ram_tjansteman": ("Varav tjänstemannabudget", "-1754,2 -2181,8 -2181,8 -2181,8"),
    "ram_fortroende": ("Varav förtroendemannabudget", "-4,3 -4,3 -4,3 -4,3"),
    "ram_summa": ("Total nettobudgetram enligt Regionplan och budget", "-1758,5 -2186,1 -2186,1 -2186,1"),
}
AREAS = {
    "omr_regiondirektor": ("Regiondirektör", "134 14 -491 0 -68 0 0 -411"),
    "omr_regionstaben": ("Regionstaben", "95 237 -203 0 -581 0 -9 -461"),
    "omr_utveckling": ("Utveckling och digitalisering", "8 10 -80 0 -177 -85 -10 -334"),
    "omr_vardval": ("Vårdval", "7 0 0 -31 -163 0 -789 -976"),
    "omr_summa_tjansteman": ("Summa tjänstemannabudget", "244 261 -774 -31 -989 -85 -808 -2182"),
    "omr_fortroende": ("Summa förtroendemannabudget", "0,0 0,0 -4,2 0,0 -0,2 0,0 0,0 -4,4"),
    "omr_finans": ("Finansförvaltning", "3882 1314 531 29 -136 5620"),
    "omr_total": ("Total", "3433,6"),
}
INVESTMENTS = [  # enhet, belopp i tkr
    ("Fastighetsenheten", "700"), ("Fastighetsenheten", "15 000"), ("Fastighetsenheten", "400"),
    ("Fastighetsenheten", "880"), ("Fastighetsenheten", "1 200"), ("Fastighetsenheten", "3 000"),
    ("IT-enheten", "1 500"), ("Enheten för kvinnosjukvård", "75"), ("Hörcentralen", "1 360"),
    ("Sterilteknisk enhet", "546"), ("Endoskopimottagningen", "500"), ("Kliniskt träningscentrum", "350"),
    ("Områdesstab An-Op-IVA", "13 000"), ("Hudmottagningen", "90"), ("Lung- och allergimottagningen", "80"),
    ("Medicintekniska avdelningen", "300"),
]  # fmt: skip
INVESTMENT_TOTAL = "38 981"
# Figures in running text: item, amount as printed, unit, and the words that stand with it there.
IN_TEXT = [
    ("netto_regiondirektor", "153 787", "tkr"), ("netto_utvecklingsanslag", "20 000", "tkr"),
    ("netto_gemensamma", "257 094", "tkr"), ("netto_regionstaben", "460 549", "tkr"),
    ("netto_utveckling", "334 411", "tkr"), ("netto_omdisponering", "128 784", "tkr"), ("netto_mta", "47 104", ""),
    ("netto_vardval", "975 925", "tkr"), ("netto_summa", "2 181 766", "tkr"),
    ("for_utvecklingsanslag", "20", "mkr"), ("for_statsbidrag", "120", "mkr"), ("for_statsbidrag_flytt", "1,3", "mkr"),
    ("for_intakter", "8,1", "mkr"), ("for_avskrivningar", "12,4", "mkr"), ("for_it", "81,7", "mkr"),
    ("for_mta", "47,1", "mkr"), ("for_vardval_statsbidrag", "31", "mkr"), ("inv_ram", "228", "miljoner kronor"),
]  # fmt: skip
