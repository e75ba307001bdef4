# Intern kontroll och uppsikt.
page-control = Intern kontroll och uppsikt
internal-subtitle = { $plan }, som det har följts upp till och med { $period }
internal-none = Ingen internkontrollplan för { $year } är inläst.
internal-how = Lämna kontrollpunkterna med blanketten Internkontrollplan på sidan Ladda upp; uppföljningen vår och höst har en egen blankett.
internal-sentence = { $n ->
    [one] Internkontrollplanen för { $year } har en kontrollpunkt: { $parts }.
   *[other] Internkontrollplanen för { $year } har { $count } kontrollpunkter. Vid den senaste uppföljningen: { $parts }.
}
internal-fine = { $count } utan avvikelse
internal-minor = { $count } med mindre avvikelse
internal-major = { $count } med väsentlig avvikelse
internal-not_done = { $n ->
    [one] en inte genomförd
   *[other] { $count } inte genomförda
}
internal-silent = { $n ->
    [one] en inte uppföljd
   *[other] { $count } inte uppföljda
}
internal-lacking = { $n ->
    [one] En kontrollpunkt saknar uppföljning för { $period }.
   *[other] { $count } kontrollpunkter saknar uppföljning för { $period }.
}
internal-matrix = Riskmatris
internal-matrix-text = Sannolikhet och konsekvens anges från 1 till 4; talet inom parentes är deras produkt.
internal-likelihood = Sannolikhet
internal-consequence = Konsekvens { $level }
internal-points = Kontrollpunkter, störst risk först
internal-worth = { $likely } × { $grave } = { $worth }
internal-not-told = Ej uppföljd
internal-told = Vad uppföljningen visade
internal-measure = Åtgärd: { $measure }
control-result-fine = Utan avvikelse
control-result-minor = Mindre avvikelse
control-result-major = Väsentlig avvikelse
control-result-not_done = Ej genomförd
oversight-heading = Uppsikt och privata utförare
oversight-none = Planen nämner ingen som styrelsen har uppsikt över.
oversight-told = Vad uppsikten visade
oversight-late = skulle vara klar
oversight-company = Bolag
oversight-association = Förening
oversight-foundation = Stiftelse
oversight-board = Nämnd
oversight-provider = Privat utförare
oversight-whole = Samlad redovisning
column-overseen = Vad
column-kind = Slag
column-how = Hur det följs upp
column-presenter = Föredragande
column-result = Resultat
column-process = Process
column-risk = Risk
column-worth = Riskvärde
column-control = Kontroll
column-spring = Våren
column-autumn = Hösten
