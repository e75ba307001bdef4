# The domain's words. Ids follow kpi.model: <type>-<value>.
gender-K = Kvinnor
gender-M = Män
gender-T = Totalt
gender-K-lower = kvinnor
gender-M-lower = män
gender-T-lower = totalt
for-gender-K = för kvinnor
for-gender-M = för män
for-gender-T = totalt

status-met = Uppnått
status-near = Nära
status-not_met = Ej uppnått
status-unjudged = Kan ej bedömas
status-none = följs

reason-no_outcome = utfall saknas
reason-no_target = målvärde saknas
reason-no_reference = jämförelsevärde saknas
reason-no_base = basårets värde saknas
reason-zero_base = basårets värde är noll
reason-no_gap = det fanns ingen skillnad att minska basåret
reason-year_not_over = året är inte slut
reason-incomplete_year = delar av året saknas
reason-outside_target_years = utfallet ligger utanför målvärdets år
reason-suppressed = utfallet skyddas av sekretess
reason-milestone = bedöms av ansvarig, har inget mått
reason-ambiguous_target = flera målvärden gäller lika mycket
reason-no_direction = nyckeltalet saknar riktning
reason-no_denominator = delarnas täljare och nämnare saknas

direction-higher = högre är bättre
direction-lower = lägre är bättre
direction-neutral = varken högre eller lägre är bättre

term-long = långsiktigt
term-short = kortsiktigt
term-financial = finansiellt

observation-missing = uppgift saknas
observation-suppressed = skyddat
observation-not_applicable = ej tillämpligt
observation-preliminary = preliminärt
observation-removed = borttaget

period-tertial = tertial { $n } { $year }
period-quarter = kvartal { $n } { $year }
period-spring = våren { $year }
period-autumn = hösten { $year }
period-school-year = läsåret { $first }/{ $last }

period-kind-year = år
period-kind-tertial = tertial
period-kind-quarter = kvartal
period-kind-month = månad
period-kind-school_year = läsår
period-kind-half_year = termin
period-kind-day = mätdag
period-kind-pooled = sammanslagna år

percentage-points = { $n ->
    [1] procentenhet
   *[other] procentenheter
}
index-points = indexenheter
listing = { $head } och { $last }

place-file = { $file }
place-sheet = bladet { $sheet }
place-row = rad { $row }
place-column = kolumnen { $column }
place-value = värdet ”{ $value }”
