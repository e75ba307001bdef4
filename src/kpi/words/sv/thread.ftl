# Röda tråden: the page, the summing-up, and the styrdokument.
page-thread = Röda tråden
thread-subtitle = Från vision till nyckeltal och uppdrag i { $plan }, till och med { $period }
thread-values = Vision och värden
value-vision = Vision
value-foundation = Värdegrund
value-core = Kärnvärde
value-principle = Grundläggande princip
thread-heading = Mål, nyckeltal och uppdrag
thread-holds = Planen har { $goals }. På dem hänger { $indicators ->
    [0] inga nyckeltal
    [one] ett nyckeltal
   *[other] { $indicators } nyckeltal
} och { $assignments ->
    [0] inga uppdrag
    [one] ett uppdrag
   *[other] { $assignments } uppdrag
}.
thread-broken = { $n ->
    [one] Tråden är bruten vid ett mål.
   *[other] Tråden är bruten vid { $n } mål.
}
thread-whole = Tråden är hel.
thread-broken-list = { $n ->
    [one] Ett mål där tråden är bruten
   *[other] { $n } mål där tråden är bruten
}
thread-broken-mark = tråden är bruten
thread-empty = Ingenting hänger på målet: varken mål, nyckeltal eller uppdrag.
thread-unmeasured = Inget nyckeltal eller uppdrag hänger på målet, eller på något mål under det.
thread-loose = Målet hänger inte på något annat mål.
thread-serves-unread = Målet { $goal }, som det tjänar, är inte inläst.
thread-level-read = { $n } { $level } { $n ->
    [one] inläst
   *[other] inlästa
}
thread-level-unknown = { $level }: inga inlästa, och planen säger inte hur många de är
thread-level-missing = { $n } { $level } enligt planen; { $read ->
    [0] inga är inlästa
   *[other] { $read } är inlästa, { $missing } ej inlästa
}
thread-summary = Sammanfattning: { $text }
thread-serves = Tjänar
thread-served-by = Tjänas av
thread-indicators = Nyckeltal under målet
thread-assignments = Uppdrag under målet
thread-indicator = Mål: { $target }
thread-of-area = Målet med allt som hänger under det:
thread-count-met = { $n } { $n ->
    [one] uppnått
   *[other] uppnådda
}
thread-count-near = { $n } nära
thread-count-not_met = { $n } ej { $n ->
    [one] uppnått
   *[other] uppnådda
}
thread-count-unjudged = { $n } kan ej bedömas
no-indicators = Planen har inga inlästa nyckeltal.
thread-loose-heading = Nyckeltal utan mål
thread-without-goal = { $n ->
    [one] Ett nyckeltal hänger inte på något mål i någon plan
   *[other] { $n } nyckeltal hänger inte på något mål i någon plan
}
summed-heading = Summering av måluppfyllelsen, { $period }
summed-column = Mål
summed-plan = Hela planen
summed-asked = Planen ber om en summering. Andelen räknas av de mål som har bedömts; de övriga står för sig.
summed-offered = Andelen räknas av de målvärden som har bedömts; de övriga står för sig.
summed-share = { $met } av { $judged } uppnådda ({ $share })
summed-none = { $n ->
    [one] den enda kan inte bedömas
   *[other] ingen av { $n } kan bedömas
}
summed-unjudged = { $n } kan ej bedömas
summed-waiting = { $n } bedöms ett senare år
documents-heading = Styrdokument
documents-types = Dokumentslag: vem som beslutar, hur länge de gäller och vad de utgår från
documents-all = { $n } dokument
documents-following = { $n } dokument för uppföljning
documents-column-type = Dokumentslag
documents-column-by = Beslutas av
documents-column-validity = Gäller
documents-column-revised = Ses över
documents-column-builds-on = Utgår från
documents-column-count = Antal
documents-column-name = Dokument
documents-column-reference = Diarienummer
documents-column-decided = Fastställd
documents-column-replaces = Ersätter
export-title-styrdokument = Styrdokument
export-table-styrdokument = de styrdokument som planerna räknar upp
export-about-predecessor = Koden för den plan som planen följde på.
export-about-serves = Målet i en annan plan som målet tjänar, som planens kod, ett kolon och målets kod.
export-about-document_code = Dokumentets kod.
export-about-document_register = Förteckningen som dokumentet står i.
export-about-document_type_name = Dokumentets slag, om texten säger det.
export-about-document_name = Dokumentets namn.
export-about-document_first = Första året som det gäller.
export-about-document_last = Sista året som det gäller.
export-about-document_reference = Diarienumret, som det är tryckt.
export-about-document_decided = När det fastställdes, som det är tryckt.
export-about-document_decided_by = Vem som har beslutat om det.
export-about-document_replaces = Koden för det dokument som det ersätter.
export-about-document_source = Var i texten det står.
