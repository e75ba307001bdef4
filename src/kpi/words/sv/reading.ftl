# Reading files of all kinds: what a file is instead of a table, and what is beyond the limits.
file-is-document = Filen är ett dokument, inte en tabell. Spara tabellen som Excel-arbetsbok (.xlsx) eller CSV.
file-is-xml = Filen är XML och kan inte läsas som tabell. Öppna den i kalkylprogrammet och spara den som .xlsx, .ods eller CSV.
file-is-xlsb = Filen är en binär Excel-arbetsbok (.xlsb). Spara den som Excel-arbetsbok (.xlsx).
file-is-json = Filen är JSON men ingen tabell i JSON-stat. Hämta den som JSON-stat 2, PC-Axis eller CSV.

reading-too-slow = Filen tog mer än { $seconds } sekunder att läsa, så läsningen avbröts. Spara tabellen som CSV, eller dela upp den.
reading-too-heavy = Filen gick inte att läsa: den är skadad, eller behöver mer än { $most } MB minne. Spara tabellen som CSV, eller dela upp den.

package-too-many-parts = Filen består av orimligt många delar. Spara tabellen på nytt i kalkylprogrammet, eller som CSV.
package-crooked = Filens delar ligger på varandra eller har samma namn, vilket inget kalkylprogram skriver. Spara tabellen på nytt, eller som CSV.
xml-has-type = Filen har en dokumenttyp (DOCTYPE) i sin XML, vilket inget kalkylprogram skriver. Spara tabellen på nytt, eller som CSV.
too-many-sheets = Arbetsboken har { $count } blad; högst { $most } läses. Behåll de blad som ska läsas in.
too-many-merged = Bladet har { $count } sammanfogade områden; högst { $most } läses. Dela upp dem, eller spara tabellen som CSV.
sheets-hidden = Det som finns i arbetsboken är dolt och läses inte: { $sheets }. Visa bladet i kalkylprogrammet och spara på nytt.
formula-not-computed = Cellen { $cell } har en formel som aldrig har räknats ut. Öppna filen i kalkylprogrammet, spara den där och försök igen.

px-broken = Nyckelorden i PC-Axis-filen går inte att tolka härifrån. Hämta filen på nytt.
px-encoding = PC-Axis-filen är inte skriven i teckenkodningen { $encoding } som den anger. Hämta filen på nytt.
px-no-dimensions = PC-Axis-filen har varken STUB eller HEADING, så det framgår inte vad värdena gäller. Hämta filen på nytt.
px-values = Variabeln har { $values } värden (VALUES) och { $codes } koder (CODES); det ska vara lika många. Hämta filen på nytt.
px-values-repeated = Variabeln har flera värden med samma namn eller kod, så raderna går inte att skilja åt. Hämta filen på nytt.
px-keys = Raderna i PC-Axis-filen ska ha { $width } delar, nycklar och värden, men går inte jämnt ut. Hämta filen på nytt.
px-key-unknown = Nyckeln finns inte bland variabelns värden. Hämta filen på nytt.
px-key-repeated = Två rader i PC-Axis-filen har samma nycklar. Hämta filen på nytt.

json-broken = Filen är ofullständig eller felaktig JSON. Hämta filen på nytt.
json-too-deep = JSON-filen är nästlad för djupt för att vara en tabell. Hämta filen på nytt.
jsonstat-not-dataset = JSON-stat-filen är ingen datamängd i version 2 (class: dataset). Hämta tabellen som JSON-stat 2.
jsonstat-broken = Delarna i JSON-stat-filen passar inte ihop. Hämta filen på nytt.
jsonstat-size = Dimensionen sägs ha { $size } kategorier men har { $categories } olika. Hämta filen på nytt.
jsonstat-position = Värdets plats finns inte i tabellen, som har { $cells } värden. Hämta filen på nytt.
jsonstat-value = Ett värde är varken tal, text eller tomt. Hämta filen på nytt.

cube-count = Tabellen har { $values } värden, men dess dimensioner kräver { $cells }. Hämta filen på nytt.
cube-too-large = Dimensionerna ger fler än { $most } värden tillsammans. Hämta färre åt gången.
cube-too-many-dimensions = Tabellen har { $count } dimensioner; högst { $most } läses. Hämta en mindre tabell.
