"""The words that files use for gender, status and absent values."""

from kpi.model import Gender, ObservationStatus

GENDERS: dict[str, str] = {
    **dict.fromkeys(["k", "kvinna", "kvinnor", "flickor", "flicka"], Gender.WOMEN.value),
    **dict.fromkeys(["m", "man", "män", "pojkar", "pojke"], Gender.MEN.value),
    **dict.fromkeys(
        ["t", "totalt", "total", "båda", "båda könen", "båda kön", "alla", "samtliga", "kvinnor och män",
         "män och kvinnor"],
        Gender.TOTAL.value,
    ),
}  # fmt: skip
STATUSES: dict[str, str] = {
    **dict.fromkeys(["preliminärt", "preliminär", "prel", "prel."], ObservationStatus.PRELIMINARY.value),
    **dict.fromkeys(["saknas", "uppgift saknas", ".."], ObservationStatus.MISSING.value),
    **dict.fromkeys(["skyddat", "skyddad", "sekretess"], ObservationStatus.SUPPRESSED.value),
    **dict.fromkeys(["ej tillämpligt", "ej tillämplig", "."], ObservationStatus.NOT_APPLICABLE.value),
    **dict.fromkeys(["borttaget", "borttagen", "utgår"], ObservationStatus.REMOVED.value),
}
ABSENT: dict[str, str] = {
    "..": ObservationStatus.MISSING.value,
    ".": ObservationStatus.NOT_APPLICABLE.value,
}
