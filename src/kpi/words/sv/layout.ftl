# Filer i vilket upplägg som helst: vad som frågas, och vad som inte läses.
table-not-found = Ingen tabell hittades i filen. Den ska ha en rubrikrad med minst två kolumner och rader under den.
no-values-column = Ingen kolumn i filen har värden. Välj vilken kolumn som är värdet.
column-number = kolumn { $number }
column-without-value = Kolumnen hör till ett värde, men vilket av flera går inte att se. Välj att kolumnen inte ska läsas, eller vilken som är värdet.
columns-alike = Kolumnerna { $columns } säger samma sak om period, kön, enhet och nyckeltal. Ta bort en av dem, eller välj att den inte ska läsas.
left-out-blank = Rutan är tom.
left-out-indicator = Namnet läses inte in: { $names }.
left-out-sheet = Bladet ”{ $sheet }” har andra rubriker än { $read } och läses inte.
left-out-hidden = Bladet ”{ $sheet }” är dolt och läses inte.
left-out-headless = Bladet ”{ $sheet }” har ingen tabell och läses inte.
note-hidden-rows = Raderna är dolda i filen, men läses in.
second-table = Här börjar en ny tabell under den första. Lägg den på ett eget blad eller i en egen fil.
answer-told = Filen säger själv { $keys }. Ta bort svaret, eller välj att filens kolumn inte ska läsas.
roles-repeated = Bara en kolumn kan vara { $role }, men det sägs om { $columns }.
left-out-unit = Enheten läses inte in: { $names }.
new-indicator-no-split = Filen som nyckeltalet kom med har inga värden för kvinnor och män.
new-indicator-source = Tillagt med filen { $file }

ask-indicator = Vilket nyckeltal filen gäller framgår inte.
ask-unit = Vilken enhet filen gäller framgår inte.
ask-period = Vilken period filen gäller framgår inte.
ask-gender = Om värdena gäller kvinnor, män eller totalt framgår inte.
ask-column = Vad kolumnen är går inte att avgöra.
ask-sheet = Vad bladens namn säger går inte att avgöra: { $about }.
ask-dates = Står datumen för dagen, månaden eller året?
ask-indicator-name = { $rows ->
    [one] Namnet är inget känt nyckeltal (en rad).
   *[other] Namnet är inget känt nyckeltal ({ $rows } rader).
} { $closest ->
    [none] Inga nyckeltal finns ännu.
   *[other] Närmast: { $closest }.
}
ask-unit-name = { $rows ->
    [one] Enheten är okänd (en rad).
   *[other] Enheten är okänd ({ $rows } rader).
} Närmast: { $closest }.
too-many-columns = Filen har fler än { $most } kolumner. Dela den, eller kontrollera att den är en tabell.

role-indicator = nyckeltal
role-unit = enhet
role-gender = kön
role-period = period
role-month = månad
role-quarter = kvartal
role-tertial = tertial
role-status = status
role-comment = kommentar
role-series = skiljer nyckeltal åt
role-value = värde
role-measure = värde, och rubriken är nyckeltalet
role-numerator = täljare
role-denominator = nämnare
role-lower = nedre gräns
role-upper = övre gräns
role-ignored = läses inte
role-unknown = En kolumn kan vara { $known }. Skriv en av dem.
column-not-there = Filen har ingen kolumn { $columns }. Skriv rubriken som den står i filen.
name-not-there = Namnet { $names } står inte i filen. Skriv det som det står där.
name-means-nothing = ”{ $value }” är inte koden eller namnet på något i registret. Skriv koden, eller lämna tomt för att inte läsa in raderna.

cli-word-column = RUBRIK=ROLL
cli-word-named = NAMN=KOD
cli-role = ROLL
cli-answers-unused = Filen har upplägget { $format }, där kolumnerna redan är bestämda. Ta bort det som sägs om dem på kommandoraden.
cli-pair-wrong = ”{ $value }” ska skrivas som två delar med likhetstecken mellan, till exempel "Läkare=lakarbesok".
cli-help-all-indicator = nyckeltalet, när filen inte säger vilket den gäller
cli-help-all-unit = enheten, när filen inte säger vilken den gäller
cli-help-all-gender = K, M eller T, när filen inte säger vilket kön den gäller
cli-help-all-period = perioden, när filen inte säger vilken den gäller
cli-help-column = vad en kolumn är, till exempel "n=nämnare" eller "Anm=läses inte"; kan ges flera gånger
cli-help-named = vilket nyckeltal eller vilken enhet ett namn i filen är; utan kod läses namnet inte in; kan ges flera gånger
cli-help-sheets = vad bladens namn är: nyckeltal, enhet, kön, period eller läses inte
cli-help-dates = om datum i filen står för dagen (day), månaden (month) eller året (year)
cli-help-new-indicators = låt okända namn bli nya nyckeltal, utan riktning och målvärde
cli-help-measure = måttet för de nya nyckeltalen; utan det gäller filens eget, om den säger ett
cli-help-year-rule = hur de nya nyckeltalens månader blir ett år: sum, mean, last eller ratio

questions-heading = Frågor om filen
questions-text = Filen har inte mallens upplägg. Svara på det som inte framgår; nästa fil med samma rubriker läses utan frågor.
questions-caption = De första raderna i { $file }, och vad varje kolumn tas för
questions-button = Läs filen så
questions-left = Några frågor är inte besvarade. Välj i alla fält ovanför knappen.
questions-columns = Alla kolumner ({ $n })
questions-column = Kolumnen ”{ $column }” är
questions-all-indicator = Vilket nyckeltal gäller filen?
questions-all-unit = Vilken enhet gäller filen?
questions-all-gender = Gäller filen kvinnor, män eller totalt?
questions-all-period = Vilken period gäller filen?
questions-sheets = Vad säger bladens namn? ({ $sheets })
questions-dates = Vad står datumen i kolumnen ”{ $column }” för?
dates-day = dagen
dates-month = hela månaden
dates-year = hela året
questions-new = nytt nyckeltal
questions-rest-indicator = { $n } namn till som inte är kända nyckeltal
questions-rest-unit = { $n } enheter till som inte är kända
questions-name-indicator = Vilket nyckeltal är ”{ $name }”? ({ $n ->
    [one] en rad
   *[other] { $n } rader
})
questions-name-unit = Vilken enhet är ”{ $name }”? ({ $n ->
    [one] en rad
   *[other] { $n } rader
})
questions-new-text = För de nyckeltal som är nya: de får inget målvärde, och kan beskrivas närmare i en plan.
questions-measure = Mått, till exempel % eller recept per 1 000 invånare
questions-direction = Vad är bättre?
questions-year-rule = Hur blir månader, tertial eller kvartal ett år?
year-rule-mean = medelvärdet
year-rule-sum = summan
year-rule-last = det sista värdet
choose = Välj
read-as = Så lästes filen
read-otherwise = Läs den på ett annat sätt

ingest-weighing = Letar efter ovanliga värden
unusual-jump = Ovanligt hopp: { $before } → { $now }.
unusual-gap = En period före den här saknas i serien.
unusual-total = Totalt ligger utanför både kvinnor ({ $women }) och män ({ $men }).
unusual-parts = Täljaren delad med nämnaren är { $ratio }, vilket inte ger värdet.
unusual-shares = Nyckeltalet mäts i procent, men filens värden är mellan 0 och 1. Är de andelar ska de gångras med 100.
unusual-future = Perioden har inte börjat än.
unusual-fewer = Filen har { $n } rader; den förra av samma slag hade { $before }.
warnings-left = { $count ->
    [one] En varning måste kvitteras
   *[other] { $count } varningar måste kvitteras
} med varför det är rätt ändå. Inget är sparat.
cli-upload-warning = { $n ->
    [one] Varning: { $example }
   *[other] Varning ({ $n } stycken), den första: { $example }
}
cli-help-accept = kvittera alla varningar med varför det är rätt ändå
accept-heading = Det här är ovanligt
accept-text = Kontrollera mot källan. Är det rätt ändå: skriv varför, så följer det med leveransen.
accept-why = Varför är det rätt ändå?
accept-more = Visa { $n }
warning-unusual-jump = { $n ->
    [one] Ett ovanligt hopp från värdet före
   *[other] { $n } ovanliga hopp från värdet före
}
warning-unusual-gap = { $n ->
    [one] En lucka i en serie
   *[other] { $n } luckor i serier
}
warning-unusual-total = { $n ->
    [one] Ett värde för totalt ligger utanför kvinnor och män
   *[other] { $n } värden för totalt ligger utanför kvinnor och män
}
warning-unusual-parts = { $n ->
    [one] En täljare och nämnare som inte ger värdet
   *[other] { $n } täljare och nämnare som inte ger värdet
}
warning-unusual-shares = { $n ->
    [one] Ett nyckeltal i procent har bara värden mellan 0 och 1
   *[other] { $n } nyckeltal i procent har bara värden mellan 0 och 1
}
warning-unusual-future = { $n ->
    [one] En period som inte har börjat
   *[other] { $n } perioder som inte har börjat
}
warning-unusual-fewer = Färre rader än förra gången

marked-button = Ladda ner filen med { $n ->
    [one] cellen
   *[other] { $n } celler
} markerade
marked-file = markerad-{ $file }.xlsx
marked-list = Fynd
marked-sheet = Blad
marked-row = Rad
marked-column = Kolumn
marked-value = Värde
marked-what = Vad
