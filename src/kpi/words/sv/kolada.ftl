# Outcomes fetched from Kolada.
kolada-source = Källa: Kolada
kolada-fetching = Hämtar { $id } från Kolada
kolada-searching = Söker i Kolada

kolada-address = Adressen { $value } till Kolada duger inte. Ange en som börjar med https:// i KPI_KOLADA.
kolada-unreachable = Kolada går inte att nå, eller bröt förbindelsen flera gånger. Inget är sparat. Kontrollera nätet och försök igen.
kolada-certificate = Kolada svarar med ett certifikat som den här datorn inte litar på. Inget är sparat. Be den som sköter nätet om hjälp.
kolada-busy = Kolada är upptaget eller har ett fel (svar { $status }), också efter flera försök. Inget är sparat. Försök igen om en stund.
kolada-wait = Kolada ber oss vänta { $minutes } minuter. Inget är sparat. Försök igen då.
kolada-refuses = Kolada tar inte emot frågan (svar { $status }). Kontrollera Koladas beteckningar på nyckeltal och enheter, och adressen i KPI_KOLADA.
kolada-redirects = Kolada hänvisar till en annan adress, och dit följer vi inte med. Kontrollera adressen i KPI_KOLADA.
kolada-elsewhere = Kolada hänvisar till en annan server för fortsättningen ({ $value }), och dit följer vi inte med. Inget är sparat.
kolada-too-large = Koladas svar är större än { $most } MB och läses inte. Inget är sparat. Hämta färre nyckeltal, enheter eller år.
kolada-not-json = Koladas svar går inte att läsa som JSON. Inget är sparat. Försök igen, eller kontrollera adressen i KPI_KOLADA.
kolada-strange = Koladas svar har en annan form än väntat ({ $what }). Inget är sparat. Försök igen, och anmäl felet om det står kvar.

kolada-id-wrong = ”{ $value }” är ingen av Koladas beteckningar på nyckeltal. De ser ut som N79173: sök fram den med kpi fetch kolada --search TEXT.
kolada-id-unknown = Kolada har inget nyckeltal med beteckningen { $id }. Inget är sparat. Sök fram den rätta: Kolada kan ha tagit bort nyckeltalet.
kolada-indicator-unknown = Nyckeltalet { $code } finns inte. Skriv en kod som finns, eller ange också --direction för att lägga till det.
kolada-indicator-known = Nyckeltalet { $code } finns redan. Ta bort --direction och --measure, som bara gäller nya nyckeltal.
kolada-already-tied = { $id } hämtas redan till nyckeltalet { $code }. Välj det, eller återkalla de leveranser som knöt det.
kolada-lost = Kolada har inte längre { $id }, eller inga värden för det. Utfallen för { $code } är orörda. Välj ett annat nyckeltal i Kolada, eller återkalla de leveranser som knöt det.
kolada-twice = { $which } står två gånger. Ett nyckeltal hämtas från en enda plats: ange det en gång.
kolada-measure-missing = Det framgår inte av titeln vad { $id } mäts i ({ $title }). Ange det.
kolada-measure-differs = { $id } mäts i { $theirs } i Kolada, men nyckeltalet mäts i { $ours } här. Välj ett annat nyckeltal, eller lägg till ett nytt.
kolada-unit-unclear = Enheten ”{ $value }” finns inte, eller finns inte i Kolada. Skriv Koladas beteckning, till exempel 0023. Närmast är { $closest }.
kolada-years-wrong = ”{ $value }” är inga år. Skriv till exempel 2015-2024 eller 2024.
kolada-no-values = Kolada har inga värden för { $ids } med de enheter och år som är valda. Inget är sparat. Välj andra enheter eller år.
kolada-status-unknown = { $id } för { $unit } { $year } har ett värde med statusen { $status }, som systemet inte känner till. Inget är sparat. Anmäl det, så att statusen kan tolkas.
kolada-status-kept = Koladas status: { $status }

kolada-left-out-units = Enheten finns inte i registret: { $units }.
kolada-left-out-not-split = Kolada delar inte upp nyckeltalet efter kön.
kolada-left-out-deleted = Kolada har märkt värdet som borttaget.

kolada-definition-source = Kolada { $id }. { $description }
kolada-definition-not-split = Kolada redovisar det inte uppdelat efter kön.

table-source_link = nyckeltal som hämtas från annat håll

# The command `kpi fetch kolada`.
cli-about-fetch = Hämtar utfall från Kolada: söker bland nyckeltalen, hämtar ett, eller hämtar på nytt alla som är knutna dit.
cli-source = KÄLLA
cli-list = LISTA
cli-years = ÅR
cli-help-source = varifrån: kolada
cli-fetch-search = visar Koladas nyckeltal vars titel innehåller texten; ingenting hämtas
cli-fetch-indicator = koden för nyckeltalet här; utan det hämtas alla som redan är knutna
cli-fetch-id = Koladas beteckning på nyckeltalet, till exempel N79173
cli-fetch-units = enheterna, med Koladas beteckning eller namn och komma emellan; annars riket och alla regioner
cli-fetch-years = till exempel 2015-2024; annars de senaste tio åren
cli-fetch-direction = om högre (higher) eller lägre (lower) är bättre, eller inget av dem (neutral); lägger till ett nytt nyckeltal
cli-fetch-measure = vad ett nytt nyckeltal mäts i, om det inte framgår av titeln
cli-fetch-both = Ange både --indicator och --id för att hämta ett nyckeltal, eller inget av valen för att hämta alla som är knutna.
cli-fetch-no-ties = Inget nyckeltal är knutet till Kolada ännu. Hämta ett med --indicator och --id.
cli-fetch-none = Inget nyckeltal i Kolada har den texten i titeln.
cli-fetch-more = { $n ->
    [one] … och ett till.
   *[other] … och { $n } till.
}
cli-fetch-same = Allt är som förut, så ingen leverans gjordes.
cli-fetch-summary = { $file }: { $read } värden hämtade ({ $added } nya, { $changed } ändrade, { $removed } borttagna, { $unchanged } oförändrade).
cli-fetch-left-out = { $rows } värden sparas inte: { $reason }
cli-change-added = Nytt: { $name }, { $unit }, { $period }, { $gender }: { $new }
cli-change-changed = Ändrat: { $name }, { $unit }, { $period }, { $gender }: { $old } → { $new }
cli-change-removed = Borttaget: { $name }, { $unit }, { $period }, { $gender }: { $old }

# The part of the page Ladda upp.
kolada-heading = Hämta från Kolada
kolada-text = Sök bland Koladas nyckeltal, välj vilket av våra det är, och hämta. Inget sparas förrän du har sett vad som ändras.
kolada-title = Ord i titeln
kolada-search = Sök
kolada-choose = { $n ->
    [one] Ett nyckeltal i Kolada
   *[other] { $n } nyckeltal i Kolada: välj ett
}
kolada-ours = Vilket nyckeltal är det här?
kolada-new = Ett nytt nyckeltal
kolada-code = Kod för det nya nyckeltalet (små bokstäver a–z, siffror, - och _)
kolada-direction = Vad är bäst? Det säger inte Kolada.
kolada-measure = Vad mäts det i?
kolada-units = Enheter
kolada-years = År
kolada-fetch = Hämta
kolada-again = { $n ->
    [one] Hämta på nytt det nyckeltal som är knutet till Kolada
   *[other] Hämta på nytt de { $n } nyckeltal som är knutna till Kolada
}
kolada-source-some = { $count ->
    [one] Källa: Kolada, för värdena från leverans { $deliveries }.
   *[other] Källa: Kolada, för värdena från leveranserna { $deliveries }.
}
cli-fetch-accepted = Hämtat som det är publicerat
kolada-value = värde
