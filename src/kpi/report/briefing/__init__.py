"""The follow-up of a subject as one object, which slides, report, tjänsteskrivelse, PDF and presentation mode show."""
