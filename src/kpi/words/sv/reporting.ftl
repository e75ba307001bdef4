# Rapporteringsläge: the year's reporting points, what has come in, and the lock.
page-reporting = Rapporteringsläge
reporting-subtitle = Vad uppföljningarna av { $plan } kräver, och vad som har kommit in
reporting-none = Planen säger inte när den följs upp.
reporting-points = Årets uppföljningar
reporting-short = { $came } av { $total } inne
reporting-sentence = { $n ->
    [0] Inget krävs.
    [one] { $came } av en uppgift har kommit in.
   *[other] { $came } av { $total } uppgifter har kommit in.
}
reporting-missing = { $n ->
    [one] en saknas, fast dagen har passerat
   *[other] { $count } saknas, fast dagen har passerat
}
reporting-awaited = { $n ->
    [one] en väntas
   *[other] { $count } väntas
}
reporting-in_late = { $n ->
    [one] en kom för sent
   *[other] { $count } kom för sent
}
reporting-due = Underlaget ska vara inne senast { $day }.
reporting-no-due = Planen säger inte när underlaget ska vara inne.
reporting-asked = Vad uppföljningen kräver, det som saknas först
reporting-is-in = Inne
reporting-is-in_late = Kom för sent
reporting-is-awaited = Väntas
reporting-is-missing = Saknas
required-outcomes = Utfall
required-long_outcomes = Långsiktigt utfall
required-explanations = Förklaring
required-forecasts = Bedömd prognos
required-assignments = Redovisning av uppdrag
lock-heading = Låsning
lock-locked = låst
lock-told = { $period } är låst av { $who }: { $reason }
lock-since = Det som har lämnats efter { $when } visas som rättelser.
lock-open = Perioden är öppen.
lock-corrections = Rättelser efter låsningen
lock-no-corrections = Inget utfall har rättats sedan dess.
lock-reason = Varför?
lock-close-add = Lås { $period }
lock-close-save = Lås perioden
lock-open-add = Öppna { $period } igen
lock-open-save = Öppna perioden
lock-without-reason = Orsaken saknas. Skriv varför perioden låses eller öppnas.
column-point = Uppföljning
column-asked = Krävs
column-concerns-what = Gäller
column-came = Kom in
column-at-lock = Vid låsningen
column-now = Nu
form-locks = låsning av perioder
unusual-locked = Perioden är låst: ändringen visas som en rättelse.
warning-unusual-locked = { $n ->
    [one] En ändring i en låst period
   *[other] { $n } ändringar i låsta perioder
}
