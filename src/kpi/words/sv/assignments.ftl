# Uppdrag: the page, the table on a målområde, and the statuses.
page-assignments = Uppdrag
assignments-subtitle = Uppdragen i { $plan }, som de har redovisats till och med { $period }
assignment-not_started = Ej påbörjat
assignment-ongoing = Pågår
assignment-done = Genomfört
assignment-delayed = Försenat
assignment-closed = Avslutas utan åtgärd
assignment-silent = Ej redovisat
assignment-late = sista dagen har passerat
assignment-unreported = ej redovisat för perioden
assignments-none = Planen har inga uppdrag.
assignments-sentence = { $n ->
    [one] Planen har ett uppdrag: { $parts }.
   *[other] Planen har { $count } uppdrag: { $parts }.
}
assignments-not_started = { $n ->
    [one] ett ej påbörjat
   *[other] { $count } ej påbörjade
}
assignments-ongoing = { $n ->
    [one] ett pågår
   *[other] { $count } pågår
}
assignments-done = { $n ->
    [one] ett genomfört
   *[other] { $count } genomförda
}
assignments-delayed = { $n ->
    [one] ett försenat
   *[other] { $count } försenade
}
assignments-closed = { $n ->
    [one] ett avslutas utan åtgärd
   *[other] { $count } avslutas utan åtgärd
}
assignments-silent = { $n ->
    [one] ett är inte redovisat
   *[other] { $count } är inte redovisade
}
assignments-all = Alla uppdrag, försenade och ej redovisade först
assignment-decided = Beslutat av { $by }
assignment-responsible = Ansvarig: { $who }
assignment-due = Klart senast { $day }
assignment-source = Källa: { $source }
assignment-wording-missing = Rubriken är skriven i våra ord; ordalydelsen står i källan.
assignment-history = Redovisningar
assignment-never = Uppdraget har inte redovisats.
assignment-add = Redovisa uppdraget för { $period }
assignment-text = Vad har gjorts, och vad återstår?
assignment-save = Spara redovisningen
column-assignment = Uppdrag
column-decided = Beslutat av
column-due = Klart senast
column-report = Senaste redovisning
column-responsible = Ansvarig
