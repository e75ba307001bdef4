target-words-none = inget målvärde
target-words-at_least = minst { $level }
target-words-at_most = högst { $level }
target-words-below = under { $level }
target-words-between = { $level } till { $upper }
target-words-change_at_most = en förändring på högst { $level } jämfört med { $base }
target-words-change_at_least = en ökning med minst { $level } jämfört med { $base }
target-words-change_floor = en förändring på minst { $level } jämfört med { $base }
target-words-decrease = en minskning med minst { $amount } jämfört med { $base }
target-words-below_base = lägre än år { $base }
target-words-above_base = högre än år { $base }
target-words-below_reference = lägre än { $reference }
target-words-above_reference = högre än { $reference }
target-words-gap_reduced_by = skillnaden mot { $reference } minskad med { $level } sedan { $base }
target-words-milestone = genomfört i tid

target-change-signs = { $sign } { $level } mot { $base }
target-signs-between = { $level } till { $upper }
target-signs-below_base = < år { $base }
target-signs-above_base = > år { $base }
target-signs-below_reference = < { $reference }
target-signs-above_reference = > { $reference }
target-signs-gap_reduced_by = skillnad mot { $reference } ned { $level }
target-signs-milestone = i tid

development-improving = { $way } – förbättras
development-worsening = { $way } – försämras
development-increasing = ökar
development-decreasing = minskar
development-no_certain_change = ingen säker förändring
development-too_few = för få värden ({ $n })
development-all_or_none = prövas inte: inget eller alla fall något av de fem senaste åren
development-overlapping = sammanslagna år prövas inte
way-up = ökar
way-down = minskar

finding-total-not_met = når inte målet, { $target }: utfallet är { $value }.
finding-total-near = är nära målet, { $target }: utfallet är { $value }.
finding-change-not_met = når inte målet, { $target }: förändringen är { $change }.
finding-change-near = är nära målet, { $target }: förändringen är { $change }.
finding-one-not_met = når inte målet { $whom }, { $target }: utfallet är { $value }.
finding-one-near = är nära målet { $whom }, { $target }: utfallet är { $value }.
finding-same-not_met = når inte målet, varken { $met } eller { $missed }.
finding-same-near = är nära målet både { $met } och { $missed }.
finding-and-total-not_met = Totalt nås det inte.
finding-and-total-near = Totalt är det nära.
finding-met-not_met = når målet { $met } men inte { $missed }.
finding-met-near = når målet { $met } och är nära { $missed }.
finding-near-not_met = är nära målet { $met } men når det inte { $missed }.
finding-gap = Skillnaden är { $gap }.
finding-improving = Utvecklingen förbättras.
finding-worsening = Utvecklingen försämras.
finding-nothing-judged = Inget av målvärdena kan bedömas ännu: utfall saknas.
finding-all-met = Alla målvärden som kan bedömas är uppnådda.
finding-more = { $n ->
    [one] och ett nyckeltal till i tabellen nedan
   *[other] och { $n } nyckeltal till i tabellen nedan
}

answer-same-met = Målvärdet, { $target }, nås både { $met } ({ $met_value }) och { $missed } ({ $missed_value }).
answer-same-near = Målvärdet, { $target }, är nära att nås både { $met } ({ $met_value }) och { $missed } ({ $missed_value }).
answer-same-not_met = Målvärdet, { $target }, nås varken { $met } ({ $met_value }) eller { $missed } ({ $missed_value }).
answer-one-met = Målvärdet, { $target }, nås { $whom }: utfallet är { $value }.
answer-one-near = Målvärdet, { $target }, är nära att nås { $whom }: utfallet är { $value }.
answer-one-not_met = Målvärdet, { $target }, nås inte { $whom }: utfallet är { $value }.
answer-own-met = { $gender }: målvärdet, { $target }, nås ({ $value }).
answer-own-near = { $gender }: målvärdet, { $target }, är nära att nås ({ $value }).
answer-own-not_met = { $gender }: målvärdet, { $target }, nås inte ({ $value }).
answer-not-judged = { $whom } kan det inte bedömas: { $reason }.
answer-met-not_met = Målvärdet, { $target }, nås { $met } ({ $met_value }) men inte { $missed } ({ $missed_value }).
answer-met-near = Målvärdet, { $target }, nås { $met } ({ $met_value }) och är nära att nås { $missed } ({ $missed_value }).
answer-near-not_met = Målvärdet, { $target }, är nära att nås { $met } ({ $met_value }) men nås inte { $missed } ({ $missed_value }).
answer-total-met = Målvärdet, { $target }, nås: utfallet är { $value }.
answer-total-near = Målvärdet, { $target }, är nära att nås: utfallet är { $value }.
answer-total-not_met = Målvärdet, { $target }, nås inte: utfallet är { $value }.
answer-change-met = Målvärdet, { $target }, nås: förändringen är { $change }, till { $value }.
answer-change-near = Målvärdet, { $target }, är nära att nås: förändringen är { $change }, till { $value }.
answer-change-not_met = Målvärdet, { $target }, nås inte: förändringen är { $change }, till { $value }.
answer-and-total-met = Totalt nås det ({ $value }).
answer-and-total-near = Totalt är det nära ({ $value }).
answer-and-total-not_met = Totalt nås det inte ({ $value }).
answer-unjudged = Målvärdet, { $target }, kan inte bedömas: { $reason }.
answer-no-one-target = Det går inte att bedöma: { $reason }.
answer-waiting = Målvärdet, { $target }, ska vara nått { $year } och bedöms då.
answer-followed = Nyckeltalet följs utan målvärde.
answer-no-outcome = Inga utfall är inlästa ännu.
answer-latest = Senaste utfall, { $period }: { $values }.
answer-value = { $gender } { $value }
answer-so-far = Värdet gäller hittills i år.
answer-gap = Skillnaden mellan kvinnor och män är { $gap }.
answer-no-gap = Kvinnor och män har samma värde.
answer-guideline = Bedömningen gäller ett riktvärde ({ $decider }), inte ett av planens egna mål.
answer-trend-same = { $subject } { $verdict } för både kvinnor och män.
answer-trend-none = Ingen säker förändring för något av könen.
answer-trend-total = { $subject } { $verdict }.
answer-trend-total-none = Ingen säker förändring.
answer-trend-development = Utvecklingen
answer-trend-value = Värdet
answer-trend-differs = { $subject } { $women } för kvinnor och { $men } för män.
answer-trend-word-improving = förbättras
answer-trend-word-worsening = försämras
answer-trend-word-increasing = ökar
answer-trend-word-decreasing = minskar
answer-trend-word-no_certain_change = visar ingen säker förändring

the-country = riket
the-target = målvärdet
distance-above = { $distance } över { $what }
distance-below = { $distance } under { $what }
distance-equal = lika med { $what }
distance-change = förändringen är { $distance } { $side ->
    [above] över
   *[below] under
} den som krävs

summary-goal = Av { $total } nyckeltal med målvärde är { $parts }.
summary-one-met = Det enda målvärdet är uppnått.
summary-one-near = Det enda målvärdet är nära att nås.
summary-one-not_met = Det enda målvärdet är ej uppnått.
summary-goal-unjudged = { $n ->
    [one] Ett kan inte bedömas.
   *[other] { $words } kan inte bedömas.
}
summary-goal-none-judged = { $n ->
    [one] Det enda målvärdet kan inte bedömas.
   *[other] Inget av de { $words } målvärdena kan bedömas.
}
count-met = { $words } { $n ->
    [one] uppnått
   *[other] uppnådda
}
count-near = { $words } nära
count-not_met = { $words } ej { $n ->
    [one] uppnått
   *[other] uppnådda
}
summary-no-targets = Här finns inga målvärden; nyckeltalen följs över tid.
summary-no-indicators = Inget av planens nyckeltal hör hit. Målet visas ändå, eftersom det ingår i planen.

described = { $decider } · { $term }
guideline = nationellt riktvärde
so-far = hittills i år
finding-only-total-near = når målet för kvinnor och för män var för sig men är bara nära totalt.
finding-only-total-not_met = når målet för kvinnor och för män var för sig men inte totalt.
change-since = { $change } mot { $base }
