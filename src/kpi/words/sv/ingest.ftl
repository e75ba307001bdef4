# Files with outcomes: what can be wrong with them, and what to do.
ingest-reading = Läser { $file }
ingest-checking = Kontrollerar { $rows } rader
ingest-comparing = Jämför med det som redan finns
ingest-checked = Klart

file-refused = { $count } fel, inget är sparat. Först: { $first }
file-too-large = Filen är för stor: högst { $most } MB tas emot på en gång. Dela upp den i flera filer.
file-empty = Filen är tom. Kontrollera att du valde rätt fil.
file-is-picture = Filen är en bild, inte en tabell. Välj en fil i CSV, XLSX eller Parquet.
file-is-pdf = Filen är en PDF, inte en tabell. Välj en fil i CSV, XLSX eller Parquet.
file-is-packed = Filen är ett packat arkiv och ingen Excel-arbetsbok. Packa upp den och välj filen inuti.
file-is-html = Filen är en webbsida, inte en tabell. Hämta den på nytt som CSV eller XLSX.
file-not-text = Filen innehåller tecken som inte hör hemma i text, så den kan inte läsas som CSV. Spara den som CSV UTF-8 eller XLSX.
too-many-rows = Filen har för många rader. Högst { $most } rader tas emot på en gång: dela upp den i flera filer.
workbook-broken = Excelfilen är skadad eller inte komplett. Öppna den i Excel, spara den på nytt och försök igen.
workbook-locked = Excelfilen är skyddad med lösenord. Ta bort lösenordet och spara på nytt.
workbook-too-large = Excelfilen blir för stor när den packas upp. Högst { $most } MB tas emot: spara tabellen som CSV.
sheet-too-large = Bladet sträcker sig över { $rows } rader och { $columns } kolumner, vilket är för mycket. Ta bort det som ligger långt utanför tabellen, eller spara tabellen som CSV.
cell-has-error = Cellen { $cell } innehåller en formel som inte går att räkna ut. Rätta formeln eller skriv värdet.
texts-too-long = Texterna i filen tar för stor plats: högst { $most } MB tas emot. Korta av kommentarerna eller dela upp filen.
several-sheets = Flera blad har en tabell att läsa in: { $sheets }. Behåll tabellen på ett av dem.
sheet-empty = Det finns inget i filen att läsa in. Kontrollera att du valde rätt fil.
parquet-broken = Parquetfilen är skadad eller inte komplett. Skapa den på nytt.
parquet-column-kind = Kolumnen innehåller något annat än text, tal eller datum. Gör om den till något av dem.

header-not-found = Rubrikraden hittades inte. Den ska ha kolumnerna nyckeltal, enhet, period, kön och värde; eller välj det format som filen har.
no-rows = Filen har rubriker men inga rader med utfall. Fyll i minst en rad.
column-nameless = Kolumn { $number } har innehåll men ingen rubrik. Skriv en rubrik eller töm kolumnen.
columns-unknown = { $count ->
    [1] Kolumnen { $columns } är okänd.
   *[other] Kolumnerna { $columns } är okända.
} Ta bort eller döp om: tillåtna är nyckeltal, enhet, period, kön, värde, täljare, nämnare, nedre, övre, status och kommentar.
columns-repeated = Rubriken { $columns } finns flera gånger. Behåll en av kolumnerna.
columns-missing = { $count ->
    [1] Kolumnen { $columns } saknas. Lägg till den.
   *[other] Kolumnerna { $columns } saknas. Lägg till dem.
}
row-width = Raden har { $cells } celler men rubrikraden har { $columns }. Kontrollera skiljetecknen; en text med skiljetecken ska stå inom citattecken.
quote-not-closed = Ett citattecken öppnas men stängs inte, så flera rader flyter ihop. Rätta citattecknen på raden.
header-repeated = Rubrikraden står en gång till inne i tabellen. Ta bort raden.

row-indicator-blank = Nyckeltal saknas på raden. Skriv nyckeltalets namn eller kod.
row-indicator-unknown = Nyckeltalet finns inte. Närmast är { $closest }.
row-indicator-none = Nyckeltalet finns inte: inga nyckeltal är inlästa än. Läs först in en plan.
row-indicator-ambiguous = Namnet hör till flera nyckeltal. Skriv koden i stället: { $codes }.
row-unit-blank = Enhet saknas på raden. Skriv enhetens namn eller kod.
row-unit-unknown = Enheten finns inte. Närmast är { $closest }.
row-unit-none = Enheten finns inte: inga enheter är inlästa än. Läs först in en plan.
row-unit-ambiguous = Namnet hör till flera enheter. Skriv koden i stället: { $codes }.
gender-unknown = Kön ska vara K (kvinnor), M (män) eller T (totalt).
period-unreadable = Perioden går inte att tolka. Skriv till exempel 2025, 2025-08, T1 2025, K1 2025, våren 2025, läsåret 2024/25, 2023–2025 eller 2025-08-31.
period-nonsense = Årtalet kan inte stämma. Perioder från 1900 till 2100 tas emot.
period-date-cell = Cellen är ett datum, och den första i en månad kan betyda både dagen och hela månaden. Gör cellen till text och skriv 2025-08 för månaden, 2025 för året, eller 2025-08-31 för en annan dag; just den första i månaden som mätdag lämnas in som CSV.
not-a-number = Det är inget tal. Skriv till exempel 12,5; eller .. när uppgift saknas.
not-finite = Talet är för stort för att vara ett utfall. Kontrollera värdet.
percent-not-expected = Nyckeltalet mäts inte i procent. Ta bort procenttecknet eller kontrollera värdet.
decimals-mixed = Kolumnen har både decimalkomma och decimalpunkt, till exempel { $examples } på rad { $rows }. Använd samma tecken i hela kolumnen.
decimals-unclear = Det går inte att avgöra om { $examples } på rad { $rows } har tusental eller decimaler. Skriv tusental med mellanslag (1 234) och decimaler med annat än tre siffror (1,2340).
status-unknown = Status är okänd. Skriv preliminärt, saknas, skyddat eller ej tillämpligt, eller lämna tomt.
status-contradicts = Värdet och status säger olika saker om varför utfallet saknas (.. är uppgift saknas, . är ej tillämpligt). Låt status gälla och lämna värdet tomt.
value-blank = Värdet är tomt. Skriv värdet, eller .. när uppgift saknas, eller ange varför i kolumnen status.
value-not-absent = Status säger att värdet saknas, men det finns ett värde. Ta bort värdet eller ändra status.
value-below-range = Värdet är lägre än nyckeltalet kan vara (lägst { $limit }). Kontrollera värdet och enheten.
value-above-range = Värdet är högre än nyckeltalet kan vara (högst { $limit }). Kontrollera värdet och enheten.
denominator-not-positive = Nämnaren ska vara större än noll. Kontrollera värdet.
numerator-exceeds = Täljaren är större än nämnaren ({ $whole }), men nyckeltalet är en andel. Kontrollera båda.
interval-half = Bara en av intervallets gränser är angiven. Ange både nedre och övre, eller ingen.
interval-reversed = Den nedre gränsen är större än den övre ({ $upper }). Byt plats på dem.
value-outside-interval = Värdet ligger utanför sitt eget intervall ({ $lower } till { $upper }). Kontrollera värdet och gränserna.
number-without-value = Utfallet saknas eller är skyddat, men här står ett tal. Töm cellen.
row-repeated = Samma nyckeltal, enhet, period och kön står redan på rad { $other }. Ta bort en av raderna.

left-out-no-value = Värdet saknas utan att källan säger varför.
left-out-beside-absent = Tal som hör till ett värde som saknas eller är skyddat sparas inte.
store-changed = Uppgifterna har ändrats av någon annan sedan filen kontrollerades, så det som visades stämmer inte längre. Inget är sparat: kontrollera filen en gång till.

format-unknown = Formatet finns inte. Beskrivna format: { $known }.
format-not-toml = Formatbeskrivningen går inte att läsa som TOML ({ $said }). Rätta filen.
format-key-missing = Formatbeskrivningen saknar nyckeln { $name }. Lägg till den.
format-key-unknown = Formatbeskrivningen har en okänd nyckel, { $name }. Rätta stavningen eller ta bort den.
format-key-kind = Nyckeln { $name } i formatbeskrivningen ska vara { $kind ->
    [text] en text
    [number] ett heltal
    [list] en lista av texter
    [tables] en lista av tabeller
   *[table] en tabell
}. Rätta den.
format-word-unknown = Nyckeln { $name } i formatbeskrivningen har ett okänt värde, { $value }. Möjliga: { $known }.
format-encoding-unknown = Nyckeln { $name } i formatbeskrivningen nämner en okänd teckenkodning, { $value }. Skriv till exempel utf-8 eller cp1252.
format-not-a-pattern = Nyckeln { $name } i formatbeskrivningen är inget giltigt mönster: { $value }. Rätta det.
format-rule-empty = Regeln vid { $name } i formatbeskrivningen ska ha antingen values eller pattern. Ange det ena.
definition-columns = Filen med definitioner ska ha kolumnerna { $columns }.
definition-repeated = Koden står redan i filen. Ta bort en av raderna.
definition-blank = Uppgiften saknas eller är inget heltal. Fyll i den.
definition-word = Ordet är okänt. Möjliga: { $known }.

template-title = Utfall att läsa in
template-sheet-data = Utfall
template-sheet-lists = Listor
template-sheet-help = Så fyller du i
template-choices = Att välja i { $column }
template-not-listed = Finns inte i listan
template-not-listed-what = Välj ur listan, eller skriv ett annat namn eller en kod som systemet känner till.
fill-in-1 = Fyll i en rad per utfall på bladet Utfall. Nyckeltal, enhet, period, kön och värde behövs; resten fylls i när det finns.
fill-in-2 = Period: 2025, 2025-08, T1 2025, K1 2025, våren 2025, läsåret 2024/25, 2023–2025 eller 2025-08-31.
fill-in-3 = Kön: K för kvinnor, M för män, T för totalt. Lämna in alla tre när de finns: totalt räknas inte ut av de andra.
fill-in-4 = Värde: talet som det är, utan avrundning. Noll är ett värde.
fill-in-5 = När värdet saknas: skriv .. (uppgift saknas) eller . (ej tillämpligt), eller lämna tomt och välj status.
fill-in-6 = Täljare och nämnare gör att andelar kan slås ihop och att osäkerheten kan räknas ut. Nedre och övre är gränserna i ett 95-procentigt konfidensintervall.
fill-in-7 = Spara och läs in filen på sidan Ladda upp. Inget sparas förrän du har sett vad som ändras.
