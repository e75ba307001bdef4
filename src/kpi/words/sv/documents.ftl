# The report and the tjänsteskrivelse, in Word and PDF.
document-report = Rapport
document-memo = Tjänsteskrivelse
document-contents = Innehåll
document-page-word = Sida
document-page-of-word = av
document-gap = [Fyll i: { $text }]
document-fact-plan = Plan
document-fact-period = Period
document-fact-as-of = Läget
document-fact-meeting = Sammanträde
document-fact-item = Ärende
document-fact-form = Redovisas
document-fact-presenter = Föredragande
document-fact-made = Upprättad
document-fact-number = Diarienummer
document-fact-officer = Handläggare
document-indicators = Nyckeltal
document-values = Senaste utfall: { $name }
document-value-gender = Kön
document-value-outcome = Utfall
document-value-period = Avser
document-value-status = Måluppfyllelse
document-part = { $number }. { $heading }
document-part-nothing = Uppgift saknas.
document-part-not-applied = Gäller inte det här nyckeltalet.
document-proposal = Förslag till beslut
document-missing = Kvar att fylla i
document-missing-told = { $n ->
    [one] En uppgift saknas när rapporten upprättas. Den är markerad så här:
   *[other] { $n } uppgifter saknas när rapporten upprättas. De är markerade så här:
}
document-sources = Källor
document-matter = Ärendebeskrivning
document-matter-told = Ärendet är en uppföljning av { $subject } enligt { $plan }, period { $period }.
document-matter-shown = Uppföljningen redovisas { $form ->
    [muntlig] muntligt
    [skriftlig] skriftligt
   *[other] { $form }
} vid sammanträdet { $days }.
document-summary = Sammanfattning
document-judgement = Bedömning
document-attached = Underlag
document-attached-report = Rapport: { $subject }, upprättad { $day }
document-extract = Utdrag till
document-signature = Undertecknas av
document-gap-number = diarienummer
document-gap-officer = handläggarens namn och enhet
document-gap-extract = vilka som ska få protokollsutdraget
document-gap-signature-name = namn
document-gap-signature-role = befattning
document-template-not-docx = Mallen är inget Word-dokument. Spara den som .docx och försök igen.
document-table = Tabell
document-figure = Figur
