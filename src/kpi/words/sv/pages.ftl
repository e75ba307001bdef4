app-name = Måluppföljning
window-title = { $page } – Måluppföljning
page-failed = Sidan kan inte visas
page-overview = Översikt
page-indicator = Nyckeltal
page-upload = Ladda upp
page-history = Leveranser och historik
page-method = Metod och tillgänglighet
section-state = Läget
section-data = Data
section-about = Om
menu = Sidor
choose-plan = Plan
choose-period = Period
choose-mode = Utfall som visas
mode-real = Verkliga utfall
mode-example = Exempelläge
period-through = till och med { $period }
page-without-router = Sidan öppnades på fel sätt. Gå till startsidan.
our-fault = Något gick fel hos oss, och det är inte ditt fel. Försök igen; om det händer igen, uppge referensnummer { $reference } till den som förvaltar systemet.
findings-more = { $n ->
    [one] och ett fel till
   *[other] och { $n } fel till
}
example-banner = Exempelläge. Alla utfall på sidan är påhittade för att visa hur systemet fungerar; målen och målvärdena är planens egna.
example-banner-link = Visa verkliga utfall
elsewhere-real = Verkliga utfall finns: visa dem

overview-title = Når vi målen?
overview-subtitle = { $plan } · { $latest } · { $targets } nyckeltal har målvärde, { $followed } följs utan målvärde
latest-outcome = utfall till och med { $period }
no-outcomes-yet = inga utfall inlästa ännu
attainment-count = Måluppfyllelse, antal nyckeltal
attend-to = Att ta ställning till
column-indicator = Nyckeltal
column-target = Mål
column-development = Utveckling
column-series = { $first }–{ $last }
column-outcome-period = Utfall
table-caption = Nyckeltal för { $goal }: värde och måluppfyllelse för kvinnor, män och totalt
table-caption-here = Nyckeltal: värde och måluppfyllelse för kvinnor, män och totalt
distribution-text = { $gender }: { $met } uppnådda, { $near } nära, { $not_met } ej uppnådda, { $unjudged } kan ej bedömas
distribution-empty = { $gender }: inget nyckeltal med målvärde är uppdelat
missing-outcomes = { $n ->
    [one] Ett nyckeltal saknar utfall.
   *[other] { $n } nyckeltal saknar utfall.
}
no-outcomes-at-all = Inga utfall inlästa ännu.
missing-upload = Ladda upp en fil med utfall
missing-example = Se hur det blir i Exempelläget
board-empty = Inget av planens nyckeltal hör hit.
spark-alt = { $name }, { $first } till { $last }. { $ends }
spark-end = { $gender }: från { $from } till { $to }
legend-target = Målvärde
not-split = ej uppdelat på kön
breadcrumb = Var du är
distribution-none = inget att bedöma

area-unknown = Målet finns inte i den valda planen. Välj ett i menyn.
area-indicators = Nyckeltal
intent-heading = Politisk viljeinriktning
intent-summary-label = Sammanfattning i våra ord; ordalydelsen står i planen.
intent-missing = Viljeinriktningen återges inte i planen.
chart-empty = Inga utfall inlästa ännu.
charts-missing = Utan utfall: { $names }.
chart-break-reason = Brott { $start }: { $reason }
chart-target = Mål { $target }
chart-target-change = Mål { $level } mot { $base }
chart-alt = { $name }. { $series }.
chart-alt-series = { $gender }: { $count } värden, från { $from_value } ({ $first }) till { $to_value } ({ $last }), lägst { $low } och högst { $high }
comments-heading = Senaste kommentarer
comments-none = Ingen har kommenterat nyckeltalen ännu.
comment-signed = { $who }, { $date }, om { $period }.
comment-due = Klart { $date }.

part-series = Tidsserie
part-trend = Utvecklingstrend
part-explanation = Förklaring till utvecklingen
part-units = Enheternas delar
part-country = Jämförelse med riket
part-actions = Förslag till åtgärder
indicator-unknown = Nyckeltalet ”{ $code }” finns inte i den valda planen. Välj ett i översikten.
described-term = { $term } nyckeltal
described-decided = beslutat av { $decider }
described-responsible = ansvarig { $who }
split-missing = Inte uppdelat på kön. { $reason }
target-line = Målvärde: { $target } ({ $years }).
target-years = beslutat av { $decider }, gäller { $years }
target-all-years = från { $decider }, gäller alla år
pace-needed = { $pace } per år behövs för att nå målet i tid
values-as-table = Visa värdena som tabell
values-caption = Värden för { $name }
column-period = Period
column-delivery = Leverans
column-unit = Enhet
column-gender = Kön
column-own = Utfall
column-forecast = Prognos
column-country = Riket
units-caption = { $name } per enhet
comparison-caption = { $name } jämfört med { $other }
no-comparison = Inget värde för riket finns för samma period.
no-units = Nyckeltalet är inte nedbrutet på enheter.
no-explanation = Ingen har skrivit någon förklaring ännu.
no-action = Inga åtgärder är föreslagna ännu.
trend-none = { $gender }: { $development }.
trend-line = { $gender }: { $development }. Theil–Sen { $slope } { $measure } per år (95 % konfidensintervall { $low } till { $high }); Mann–Kendall, { $p }, { $n } värden.
trend-line-fingertips = { $gender }: { $development }. Fingertips recent trend, de senaste { $n } åren (α = 0,002).
p-below = p < { $p }
p-equals = p = { $p }

upload-subtitle = En fil in, vad den ändrar, vad som är fel i den. Inget sparas förrän du trycker på knappen.
upload-read-only = Här går det bara att läsa. Öppna systemet lokalt för att ladda upp.
upload-working = Läser filen …
template-button = Ladda ner mall (Excel)
template-file = mall-utfall.xlsx
name-label = Ditt namn (följer med leveransen)
file-label = Fil med utfall (Excel, CSV, text, Parquet, PC-Axis eller JSON-stat)
preview-heading = Det här ändras
preview-added = { $n ->
    [one] Ett nytt värde
   *[other] { $n } nya värden
}
preview-changed = { $n ->
    [one] Ett ändrat värde
   *[other] { $n } ändrade värden
}
preview-unchanged = { $n ->
    [one] Ett värde är som förut
   *[other] { $n } värden är som förut
}
preview-removed = { $n ->
    [one] Ett värde tas bort
   *[other] { $n } värden tas bort
}
preview-left-out = { $n ->
    [0] { $reason }
    [one] En rad sparas inte: { $reason }
   *[other] { $n } rader sparas inte: { $reason }
}
preview-note = { $n ->
    [one] En rad: { $reason }
   *[other] { $n } rader: { $reason }
}
preview-nothing = Inget ändras: alla värden är lika med dem som redan finns.
preview-rows = { $n ->
    [one] Visa ändringen
   *[other] Visa { $n } ändringar
}
preview-more = och { $n } till
reason-label = Anledning (frivilligt)
store-button = Spara leveransen
stored-heading = Leverans { $id } är sparad
stored-same = Inget ändras på sidorna: värdena är lika med dem som fanns.
stored-outside-plan = Inget ändras på sidorna: nyckeltalen ingår inte i den valda planen. Värdena är sparade.
stored-not-shown = Inget ändras på sidorna för { $period }: värdena gäller perioder eller enheter som inte visas där. De är sparade.
stored-also-outside = { $n ->
    [one] Dessutom ändrades ett nyckeltal som inte ingår i planen.
   *[other] Dessutom ändrades { $n } nyckeltal som inte ingår i planen.
}
stored-caption = Nyckeltal före och efter leveransen
column-before = Före
column-after = Efter
column-when = När
column-who = Vem
column-what = Vad
column-file = Fil
column-rows = Rader
column-state = Läge
history-subtitle = Vem har ändrat vad och när. En återkallad leverans räknas inte längre, men finns kvar.
history-empty = Inga leveranser ännu.
details-heading = En leverans
details-choose = Välj leverans
details-option = { $id } · { $file }
details-holds = Vad leveransen innehåller
withdraw-button = Återkalla leveransen
restore-button = Återställ leveransen
examples-heading = Exempelvärden
examples-text = Systemet levereras med påhittade utfall för Exempelläget. De kan tas bort när de inte behövs, och återställas under En leverans.
examples-button = Ta bort exempelvärdena
examples-reason = Exempelvärdena togs bort
local-user = Lokal användare
state-withdrawn = återkallad av { $who }
origin-shipped = levereras med systemet
origin-user = gäller
origin-example = exempel
delivery-plan = plan { $subject }
delivery-outcomes = { $subject ->
    [long] utfall, långt upplägg
    [kolada] utfall hämtade från Kolada
   *[other] utfall, format { $subject }
}
delivery-comments = kommentarer, brott och bedömda prognoser
delivery-units = enheter
delivery-reports = redovisningar ur { $subject }
table-observation = utfall
table-comment = kommentarer
table-action_follow_up = uppföljningar av åtgärder
table-assignment = uppdrag
table-assignment_report = redovisningar av uppdrag
table-oversight = vad uppsikten omfattar
table-oversight_report = redovisningar av uppsikt
table-reporting_point = uppföljningar under året
table-period_lock = låsningar av perioder
table-control_point = kontrollpunkter
table-control_report = uppföljningar av kontrollpunkter
table-plan = planer
table-acknowledgement = kvitterade varningar
table-format_description = upplägg
table-goal = mål
table-plan_indicator = nyckeltal i planen
table-target = målvärden
table-indicator = definitioner av nyckeltal
table-unit = enheter
table-series_break = brott i serier
table-judged_forecast = bedömda prognoser
fact-made = Gjord { $when } av { $who }
fact-file = Fil { $file }, { $rows } rader
fact-hash = Filens kontrollsumma (SHA-256): { $hash }
fact-reason = Anledning: { $reason }
fact-withdrawn = Återkallad { $when } av { $who }. Anledning: { $reason }
as-of-banner = Som det var { $day }. Sidorna visar uppgifterna så som de var när dagen var slut; det som har levererats eller återkallats sedan dess är inte med.
as-of-now = Visa läget nu
as-of-too-early = Den dagen fanns ännu inget att visa. Här visas läget nu.
preview-effect = Så ändras planens nyckeltal, { $period }
preview-no-effect = Inget av planens nyckeltal får ett annat värde eller en annan status för { $period }.
preview-spark-before = { $name }: serien före
preview-spark-after = { $name }: serien efter
column-both-series = Serien före och efter
store-changed-shown = Någon annan har ändrat uppgifterna sedan skillnaden visades, så inget är sparat. Här ovanför står skillnaden som den är nu: kontrollera den och spara igen.
details-acknowledged = Ovanligt i leveransen, och varför det sparades ändå
details-file = Ladda ner filen som den kom
column-unusual = Ovanligt, det första
column-why = Varför det är rätt ändå
as-of-heading = Systemet som det var en viss dag
as-of-day = Dag
as-of-text = Alla sidor visas så som de var när dagen var slut.
as-of-link = Visa läget { $day }
two-days-heading = Jämför två dagar
two-days-first = Den ena dagen
two-days-second = Den andra dagen
two-days-button = Jämför dagarna
two-days-same = Planens nyckeltal för { $period } är lika { $first } och { $second }.
two-days-caption = Planens nyckeltal för { $period } som skiljer sig mellan { $first } och { $second }
column-origin = Kommer från
origin = leverans { $id }{ $file ->
    [none] {""}
   *[other] : { $file }
}{ $sheets ->
    [none] {""}
   *[other] , bladet { $sheets }
}{ $rows ->
    [none] {""}
   *[other] { $count ->
        [one] , rad { $rows }
       *[other] , raderna { $rows }
    }
}
