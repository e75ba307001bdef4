# Skillnaden mellan kvinnor och män, och sidan Jämställdhet
gap-now = Skillnad, kvinnor minus män: { $gap }.
gap-now-interval = Skillnad, kvinnor minus män: { $gap } (95 % konfidensintervall { $low } till { $high }, { $method }).
gap-method-intervals = ur könens egna intervall
gap-method-newcombe = Newcombes metod
gap-none = Skillnaden mellan kvinnor och män kan inte räknas: { $reason }.
gap-why-suppressed = utfallet skyddas av sekretess
gap-why-different_periods = könens senaste utfall gäller olika perioder
gap-why-K = utfall saknas för kvinnor
gap-why-M = utfall saknas för män
gap-word-narrowing = minskar
gap-word-widening = ökar
gap-word-no_certain_change = visar ingen säker förändring
gap-moved-xmr = Skillnaden { $word } (styrdiagram över dess storlek, { $n } värden, { $first }–{ $last }).
gap-moved-xmr-since = Skillnaden { $word } sedan { $since } (styrdiagram över dess storlek, { $n } värden, { $first }–{ $last }).
gap-moved-fingertips = Skillnaden { $word } (Fingertips recent trend, { $first }–{ $last }, α = 0,002).
gap-moved-mann_kendall = Skillnaden { $word } ({ $slope } { $measure } per år i storlek, 95 % konfidensintervall { $low } till { $high }; Mann–Kendall, { $p }, { $n } värden, { $first }–{ $last }).
gap-crossed = Den har bytt håll under tiden; det som prövas är hur stor den är.
gap-left-suppressed = { $n ->
    [one] En period räknas inte med: värdet är skyddat.
   *[other] { $n } perioder räknas inte med: värdet är skyddat.
}
gap-left-without_value = { $n ->
    [one] En period räknas inte med: något av könen saknar värde.
   *[other] { $n } perioder räknas inte med: något av könen saknar värde.
}
gap-untested-too_few = Om skillnaden ökar eller minskar går inte att säga: för få värden ({ $n }).
gap-untested-overlapping = Om skillnaden ökar eller minskar prövas inte: sammanslagna år överlappar varandra.
gap-cell-narrowing = minskar
gap-cell-widening = ökar
gap-cell-no_certain_change = ingen säker förändring
gap-cell-crossed = { $words }, har bytt håll

page-equality = Jämställdhet
equality-subtitle = Nås målen både för kvinnor och för män? · { $plan } · { $latest }
equality-one-heading = Mål som nås för bara ett av könen
equality-one-not_met = når målet, { $target }, { $met } ({ $met_value }) men inte { $missed } ({ $missed_value }).
equality-one-near = når målet, { $target }, { $met } ({ $met_value }) och är nära { $missed } ({ $missed_value }).
equality-own-not_met = når målet { $met }, { $target } ({ $met_value }), men inte { $missed }, { $other } ({ $missed_value }).
equality-own-near = når målet { $met }, { $target } ({ $met_value }), och är nära { $missed }, { $other } ({ $missed_value }).
equality-outcome = Utfall { $period }.
equality-guideline = Det är ett riktvärde, inte ett av planens egna mål.
equality-one-none = Inget mål som är bedömt för båda könen nås för bara ett av dem.
equality-both-heading = Jämställt uppnådda mål
equality-both-text = Jämställt uppnått är ett mål som nås både för kvinnor och för män, i samma period.
equality-count = { $n ->
    [one] Planens enda nyckeltal med målvärde för både kvinnor och män är { $parts }.
   *[other] Av { $total } nyckeltal med målvärde för både kvinnor och män är { $parts }.
}
equality-count-equal = { $n ->
    [0] inget jämställt uppnått
    [one] { $words } jämställt uppnått
   *[other] { $words } jämställt uppnådda
}
equality-count-one = { $n ->
    [one] { $words } uppnått för bara ett av könen
   *[other] { $words } uppnådda för bara ett av könen
}
equality-count-neither = { $n ->
    [one] { $words } inte uppnått för något av dem
   *[other] { $words } inte uppnådda för något av dem
}
equality-count-rest = { $n ->
    [one] Ett är inte bedömt för båda.
   *[other] { $words } är inte bedömda för båda.
}
equality-count-unjudged = { $n ->
    [one] Planens enda nyckeltal med målvärde för både kvinnor och män är inte bedömt för båda.
   *[other] Inget av de { $words } nyckeltalen med målvärde för både kvinnor och män är bedömt för båda.
}
equality-count-none = Planen har inget målvärde för både kvinnor och män.
equality-count-guidelines = { $n ->
    [one] Därtill kommer ett riktvärde, som { $equal ->
        [0] inte är jämställt uppnått.
       *[other] är jämställt uppnått.
    }
   *[other] Därtill kommer { $total } riktvärden, av vilka { $words } är jämställt { $equal ->
        [one] uppnått.
       *[other] uppnådda.
    }
}
equality-gaps-heading = Största skillnaderna
equality-gaps-text = Skillnaden är kvinnors värde minus mäns. Inom parentes står det 95-procentiga konfidensintervallet, där det går att räkna; rymmer det noll kan skillnaden bero på slump. Minskar och ökar gäller skillnadens storlek. Olika mått går inte att jämföra: varje mått har sin tabell, med den största skillnaden först.
equality-gaps-none = Inget nyckeltal har utfall för både kvinnor och män för samma period.
equality-measure-percent = Procent, skillnad i procentenheter
equality-measure-count = Antal
equality-caption = Skillnad mellan kvinnor och män, { $measure }
equality-column-gap = Skillnad
equality-column-movement = Skillnadens utveckling
equality-column-since = Sedan
equality-gap-interval = { $gap } ({ $low } till { $high })
equality-since = { $period } ({ $n } värden)
equality-split-heading = Inte uppdelade på kön
equality-split-none = Alla nyckeltal är uppdelade på kön.
equality-no-reason = Planen säger inte varför
equality-missing-heading = Uppdelningen saknas för perioden
equality-missing-none = Alla nyckeltal som är uppdelade på kön har utfall för båda könen för perioden.
equality-missing-suppressed = Utfallet skyddas av sekretess
equality-missing-different_periods = Könens senaste utfall gäller olika perioder
equality-missing-K = Utfall saknas för kvinnor
equality-missing-M = Utfall saknas för män
equality-missing-both = Inga utfall är inlästa
equality-missing-total_only = Utfall finns bara totalt
equality-missing-only_real = Har inga exempelvärden; verkliga utfall finns
equality-missing-older = Det uppdelade utfallet är äldre än det totala
