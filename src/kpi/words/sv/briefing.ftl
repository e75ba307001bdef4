# The follow-up as one object: what slides, report, tjänsteskrivelse and PDF say.
briefing-example = Exempelvärden: utfallen är påhittade för att visa hur systemet fungerar.
briefing-as-of = Som det var { $day }
briefing-now = Uppgifter per { $day }
briefing-source-plan = Mål och målvärden: { $source }.
briefing-source-deliveries = { $n ->
    [one] Utfall: leverans { $numbers }.
   *[other] Utfall: leveranserna { $numbers }.
}

question-what = Vilka mål, uppdrag och nyckeltal finns?
question-how = Hur ser måluppfyllelsen ut?
question-measures = Vilka åtgärder genomförs eller behövs?
question-goals = { $n ->
    [one] Mål: { $names }.
   *[other] Målen: { $names }.
}
question-assignments = Uppdragen:
question-overseen = Verksamheter som styrelsen har uppsikt över:
question-control = Kontrollpunkter:
question-how-nothing = Här finns inget att bedöma: varken nyckeltal, uppdrag eller uppföljningar är kopplade till ärendet.

inventory = { $parts } följs upp
inventory-nothing = Inget är kopplat till ärendet
inventory-nothing-text = Inga mål, uppdrag eller nyckeltal är kopplade till ärendet. Koppla dem på sidan Sammanträden.
inventory-all = { $count } nyckeltal med målvärde
inventory-some = { $count } nyckeltal ({ $with_target } med målvärde)
inventory-none = { $count } nyckeltal utan målvärde
inventory-assignments = { $n ->
    [one] ett uppdrag
   *[other] { $count } uppdrag
}
inventory-overseen = { $n ->
    [one] en verksamhet under uppsikt
   *[other] { $count } verksamheter under uppsikt
}
inventory-control = { $n ->
    [one] en kontrollpunkt
   *[other] { $count } kontrollpunkter
}
goals-caption = Målområden som ärendet gäller, och hur mycket som följs i vart och ett
goals-column-goal = Målområde
goals-column-indicators = Nyckeltal
goals-column-targets = Med målvärde
goals-column-assignments = Uppdrag
status-table-caption = Alla nyckeltal: utfall och status för kvinnor, män och totalt
distribution-title = Måluppfyllelse för kvinnor, män och totalt

standing-no-targets = Nyckeltalen följs utan målvärden
standing-nothing = Inget att bedöma
standing-K = För kvinnor: { $sentence }
standing-unsplit = Inget av målvärdena är uppdelat på kvinnor och män.
standing-M = För män: { $sentence }
standing-assignment = Uppdraget: { $state }.
standing-assignments = { $count } uppdrag: { $parts }.
indicators-caption = Nyckeltalen och deras målvärden
column-term = Slag

headline-total-met = Målet nås
headline-total-near = Målet är nära att nås
headline-total-not_met = Målet nås inte
headline-one-met = Målet nås { $whom }
headline-one-near = Målet är nära att nås { $whom }
headline-one-not_met = Målet nås inte { $whom }
headline-same-met = Målet nås både { $one } och { $other }
headline-same-near = Målet är nära både { $one } och { $other }
headline-same-not_met = Målet nås varken { $one } eller { $other }
headline-met-near = Målet nås { $met } och är nära { $missed }
headline-met-not_met = Målet nås { $met } men inte { $missed }
headline-near-not_met = Målet är nära { $met } men nås inte { $missed }
headline-only-total-near = Målet nås för kvinnor och män var för sig men är bara nära totalt
headline-only-total-not_met = Målet nås för kvinnor och män var för sig men inte totalt
headline-followed = Följs utan målvärde
headline-no-outcome = Utfall saknas
headline-unjudged = Kan inte bedömas{ $reason ->
    [none] {""}
   *[other] : { $reason }
}

measures-none = Inga åtgärder behövs för att nå målen
measures-nothing = Inget ligger efter
measures-nothing-text = Inget av det som följs upp är försenat eller avviker.
measures-none-text = Inget målvärde är missat eller nära att missas, och ingen prognos visar att det kommer att missas.
measures-assignments-late = { $n ->
    [one] Ett uppdrag är försenat
   *[other] { $count } uppdrag är försenade
}
measures-all = { $n ->
    [one] Ett mål riskerar att inte nås, och åtgärder är föreslagna
   *[other] { $count } mål riskerar att inte nås, och åtgärder är föreslagna för alla
}
measures-some = { $count } mål riskerar att inte nås; åtgärder är föreslagna för { $with } av dem
measures-lacking = { $n ->
    [one] Ett mål riskerar att inte nås, och ingen åtgärd är föreslagen
   *[other] { $count } mål riskerar att inte nås, och inga åtgärder är föreslagna
}
measure-proposed = { $name }: { $text }
measure-lacking = { $name }: ingen åtgärd är föreslagen eller pågår.
measure-unlikely = { $name } når målet i dag eller har inte bedömts, men prognosen visar att målet inte nås.
measure-assignment = Uppdraget ”{ $name }” är försenat. Ansvarig: { $who }.
actions-not-needed = Ingen åtgärd är föreslagen, och inget målvärde är missat.

blank-explanation = Förklaring till utvecklingen av { $name }
blank-action = Åtgärder för att nå målet för { $name }
blank-aspect = { $aspect }: hur ärendet påverkar den
blank-proposal = Förslag till beslut om { $name }: ingen åtgärd är föreslagen

proposal-archive = { $board } beslutar att lägga informationen till handlingarna.
proposal-note = { $board } beslutar att i övrigt lägga informationen till handlingarna.
proposal-measure = { $who ->
    [none] Att genomföra åtgärden för { $name }: ”{ $text }”
   *[other] Att uppdra åt { $who } att genomföra åtgärden för { $name }: ”{ $text }”
}
proposal-assignment = Att begära en tidplan för det försenade uppdraget ”{ $name }”. Ansvarig: { $who }.

oversight-sentence = { $n ->
    [one] Uppföljningen under uppsiktsplikten är { $told ->
        [0] inte redovisad
       *[other] redovisad
    }.
   *[other] Av { $count } verksamheter under uppsikt är { $told_words } redovisade.
}
oversight-late-sentence = { $n ->
    [one] En är försenad.
   *[other] { $count } är försenade.
}

briefing-no-goal = Planen har inget mål med koden { $code }. Koderna står i planens fil mal.csv.
briefing-control = Intern kontroll

briefing-heading = Presentation, rapport och tjänsteskrivelse
briefing-about = Samma uppgifter som på sidan, att visa vid ett sammanträde eller lämna in.
briefing-show = Visa
briefing-whole = Allt som uppföljningen ska innehålla finns.
briefing-missing = { $n ->
    [one] En uppgift saknas
   *[other] { $count } uppgifter saknas
}
briefing-file-presentation = Presentation (PowerPoint)
briefing-file-rapport = Rapport (Word)
briefing-file-tjansteskrivelse = Tjänsteskrivelse (Word)
briefing-file-rapport-pdf = Rapport (PDF)

chart-period-quarter = kv { $n } { $year }
chart-period-tertial = t { $n } { $year }
occasion-oral = muntlig
occasion-written = skriftlig
