# The command line `kpi`.
cli-about = Måluppföljning från kommandoraden: samma uppgifter och beräkningar som på sidorna.
cli-environment = KPI_DATABASE anger en annan databasfil, KPI_NAME vem som levererar, KPI_KOLADA en annan adress till Kolada. Är appen igång på databasen går kommandot genom den. Slutkod: 0 klart, 1 fel i det som angavs, 2 fel i systemet.
cli-usage = användning:
cli-arguments = uppgifter
cli-options = val
cli-commands = kommandon
cli-command = KOMMANDO
cli-file = FIL
cli-folder = MAPP
cli-name = NAMN
cli-who = NAMN
cli-text = TEXT
cli-id = NUMMER
cli-code = KOD
cli-date = DATUM

cli-about-init = Läser in planen och de utfall som följer med systemet, i en ny eller befintlig databas.
cli-about-upload = Kontrollerar en fil och lägger in den som en leverans.
cli-about-deliveries = Visar alla leveranser.
cli-about-withdraw = Återkallar en leverans: den räknas inte längre, och det den ersatte räknas igen.
cli-about-remove-examples = Återkallar alla exempelvärden.
cli-about-assess = Visar måluppfyllelsen för en plan och en period.
cli-about-export = Skriver måluppfyllelse, utfall, målvärden, mål och nyckeltal till en mapp, som CSV, Parquet och Excel.
cli-about-report = Skriver presentation, rapport, tjänsteskrivelse och PDF till en mapp: för ett sammanträde, ett målområde eller hela planen.
cli-report-meeting = { $value } är inget sammanträde i planen. De som finns: { $known }.
cli-report-item = Sammanträdet har inget ärende { $value } som gäller mål, nyckeltal eller uppdrag. De som finns: { $known }.
cli-report-form = { $value } går inte att skriva. Välj bland { $known }, med komma emellan.
cli-help-meeting = sammanträdet, med sin kod eller första dag (2025-05-27): en uppsättning filer för vart och ett av dess ärenden
cli-help-goal = målområdet, med sin kod
cli-help-indicator = nyckeltal, med sina koder och komma emellan
cli-help-item = bara detta ärende på sammanträdet
cli-help-to = pptx, docx och pdf, med komma emellan; annars det som ärendets form kräver
cli-doing-report = Skriver { $name }
cli-about-check = Kontrollerar att databasen hänger ihop.

cli-help-help = visar den här hjälpen
cli-help-if-missing = gör ingenting om databasen redan har någon leverans
cli-help-file = filen som ska läsas in: CSV, Excel eller Parquet
cli-help-format-name = namnet på en formatbeskrivning, om filen inte följer mallen
cli-help-dry-run = kontrollerar bara; ingenting sparas
cli-help-reason = varför, i en mening
cli-help-name = vem som levererar
cli-help-id = leveransens nummer, enligt kpi deliveries
cli-help-plan = planens kod; annars den nyaste planen
cli-help-period = till exempel 2025, 2025-08, 2025-T2 eller 2025-Q3; annars året för det senaste utfallet
cli-help-unit = en annan enhet än planens egna, till exempel 0023
cli-help-mode = verkliga utfall (real) eller exempelvärden (example); annars det som sidorna visar
cli-help-as-of = som det såg ut när dagen var slut, till exempel 2025-05-31
cli-help-output = tabell (table), JSON eller CSV
cli-help-folder = mappen som filerna skrivs till; den skapas om den saknas
cli-help-force = skriver över filer även om de inte kommer från en tidigare export

cli-argument-unknown = Kommandot förstår inte { $given }. Se kpi --help.
cli-argument-missing = Uppgift saknas: { $argument }. Se kpi --help.
cli-argument-choice = { $argument } kan inte vara { $given }. Välj bland { $choices }.
cli-argument-without-value = { $argument } behöver ett värde efter sig. Se kpi --help.
cli-argument-with-value = { $argument } tar inget värde, men fick { $given }. Ta bort det.
cli-argument-not-a-number = { $argument } ska vara ett heltal, inte { $given }. Numren visas av kpi deliveries.
cli-argument-other = Kommandoraden går inte att tolka. Se kpi --help.

cli-no-database = Databasen { $file } finns inte. Kör kpi init, eller ange en annan med KPI_DATABASE.
cli-no-folder = Mappen för databasen { $value } finns inte. Skapa den, eller ändra KPI_DATABASE.
cli-file-unreadable = Filen { $file } går inte att läsa: { $why }.
cli-file-too-large = Filen är för stor för att skickas till appen. Dela upp den och ladda upp delarna var för sig.
cli-app-silent = Appen som har databasen öppen svarade inte färdigt, så kommandot kan ha blivit utfört. Se efter med kpi deliveries och försök igen.
cli-folder-unwritable = Det går inte att skriva i mappen { $folder }: { $why }.
cli-not-our-files = I { $folder } finns redan filer som inte är oförändrade från en tidigare export: { $files }. Välj en annan mapp, eller lägg till --force för att skriva över dem.
cli-date-wrong = ”{ $value }” är inget datum. Skriv det som 2025-05-31.
cli-period-wrong = ”{ $value }” är ingen period. Skriv den som 2025, 2025-08, 2025-T2 eller 2025-Q3.
cli-interrupted = Avbrutet. Gick kommandot genom appen kan det ändå bli klart; se kpi deliveries.
cli-our-error = Något gick fel i systemet; det är inte ditt fel. Referensnummer { $reference }, med detaljer i loggen bredvid databasen.
cli-more-findings = … och { $n } fel till.
cli-why-missing = den finns inte
cli-why-forbidden = behörighet saknas
cli-why-folder = det är en mapp
cli-why-not-folder = det finns en fil med det namnet
cli-why-other = datorn svarade med fel { $number }

cli-doing-anything = Arbetar …
cli-doing-store = Sparar …
cli-doing-wait = Väntar på databasen …
cli-doing-assess = Beräknar måluppfyllelsen …
cli-doing-export = Skapar filerna …
cli-doing-check = Kontrollerar databasen …

cli-init-done = { $n ->
    [0] Allt som följer med systemet är redan inläst. Ingenting ändrades.
    [one] Klart: en leverans inläst.
   *[other] Klart: { $n } leveranser inlästa.
}
cli-no-deliveries = Inga leveranser ännu. Kör kpi init, eller ladda upp en fil med kpi upload.
cli-withdraw-done = Leverans { $id } är återkallad och räknas inte längre.
cli-restore-done = Leverans { $id } är återställd och räknas igen.
cli-reason-examples = Exempelvärdena togs bort
cli-examples-removed = { $n ->
    [0] Det finns inga exempelvärden att ta bort.
    [one] En leverans med exempelvärden är återkallad.
   *[other] { $n } leveranser med exempelvärden är återkallade.
}
cli-export-done = Skrev { $files } i { $folder }.
cli-check-fine = Inga fel: databasen hänger ihop.
cli-check-found = { $n ->
    [one] Kontrollen hittade ett fel.
   *[other] Kontrollen hittade { $n } fel.
}

cli-delivery-id = Nr
cli-delivery-made = Lämnad
cli-delivery-actor = Av
cli-delivery-kind = Innehåll
cli-delivery-subject = Gäller
cli-delivery-origin = Ursprung
cli-delivery-rows = Rader
cli-delivery-file = Fil
cli-delivery-reason = Orsak
cli-delivery-state = Läge
cli-kind-plan = plan
cli-kind-outcomes = utfall
cli-kind-comments = kommentarer
cli-kind-units = enheter
cli-kind-reports = redovisningar
cli-origin-shipped = följer med systemet
cli-origin-user = uppladdad
cli-origin-example = exempel
cli-counts = räknas
cli-withdrawn = återkallad { $when } av { $who }: { $why }

# What `kpi check` can find. Names of tables and columns are the database's own.
check-orphans = Tabellen { $table }: { $n } rader hör till leveranser som inte finns ({ $ids }).
check-count = Leverans { $id } säger sig ha { $said } rader men har { $held }.
check-same-id = Flera leveranser har samma nummer: { $ids }.
check-duplicates = Tabellen { $table }: { $n } rader står två gånger i samma leverans ({ $ids }).
check-reference = Tabellen { $table }: { $n } rader hänvisar i { $column } till något som inte finns i { $other } ({ $values }).
check-reference-within = Tabellen { $table }: { $n } rader hänvisar i { $column } till något som inte finns i { $other } i samma leverans ({ $values }).
check-word = Tabellen { $table }: { $n } rader har ett okänt ord i { $column } ({ $values }).
check-target = Målvärdet { $code } i leverans { $id } saknar { $columns }.
check-order = Leveranser är inte gjorda i nummerordning: { $ids }.
check-events = Leverans { $id } är inte återkallad och återställd i turordning.
check-current = { $n } av de { $mode } som sidorna visar är inte de som följer av leveranserna.
check-mode-real = verkliga utfall
check-mode-example = exempelvärden

cli-indicator = Nyckeltal
cli-unit = Enhet
cli-period = Period
cli-target = Målvärde
cli-upload-summary = { $file }: { $read } rader lästa, { $rows } utfall ({ $added } nya, { $changed } ändrade, { $unchanged } oförändrade{ $removed ->
    [0] {""}
   *[other] , { $removed } borttagna
}).
cli-upload-left-out = { $n ->
    [0] { $reason }
   *[other] { $rows } rader läses inte in: { $reason }
}
cli-upload-note = { $rows } rader läses in på annat sätt än de står: { $reason }
cli-upload-dry = Ingenting är sparat: kontrollen gjordes med --dry-run.
cli-upload-done = Sparat som leverans { $id } av { $who }. Den kan återkallas med kpi withdraw { $id } --reason TEXT.

# What is handed out: tables and their columns.
export-yes = ja
export-no = nej
export-example = Påhittade exempelvärden, inte utfall.
export-waiting = bedöms ett senare år
export-read-me = Läs mig
export-plan = Plan
export-period = Period
export-mode = Utfall
export-mode-real = verkliga
export-mode-example = exempel
export-as-of = Läge per
export-now = nu
export-version = Databasversion
export-remark = Anmärkning
export-format = Format
export-format-text = CSV-filerna har semikolon, decimalkomma och teckenkodningen UTF-8. Tal är inte avrundade (Excel håller 15 siffror). Tomt betyder att uppgift saknas; noll är ett värde. En text som börjar som en formel har fått en apostrof framför sig.
export-origin-plan = målvärde
export-origin-guideline = riktvärde
export-kind-at_least = minst
export-kind-at_most = högst
export-kind-below = under
export-kind-between = mellan
export-kind-change_at_most = förändring högst
export-kind-change_at_least = förändring minst
export-kind-below_base = lägre än basåret
export-kind-above_base = högre än basåret
export-kind-below_reference = lägre än jämförelsen
export-kind-above_reference = högre än jämförelsen
export-kind-gap_reduced_by = skillnaden minskad med
export-kind-milestone = milstolpe
export-verdict-improving = förbättras
export-verdict-worsening = försämras
export-verdict-increasing = ökar
export-verdict-decreasing = minskar
export-verdict-no_certain_change = ingen säker förändring

export-about-plan = Planens kod; tom för ett riktvärde.
export-about-area = Målområdet som nyckeltalet hör till.
export-about-goal_name = Målet som nyckeltalet hör till.
export-about-indicator = Nyckeltalets kod.
export-about-name = Nyckeltalets namn i planen.
export-about-unit = Enhetens kod; tom när målvärdet gäller alla enheter.
export-about-unit_name = Enhetens namn.
export-about-gender = K kvinnor, M män, T totalt; tom när målvärdet gäller alla.
export-about-period = Utfallets egen period: 2025, 2025-08, 2025-T2, 2025-Q3, 2018-H1, 2017/18, 2015-2017.
export-about-value = Utfallet, med alla decimaler.
export-about-measure = Vad utfallet mäts i.
export-about-numerator = Täljaren.
export-about-denominator = Nämnaren.
export-about-lower = Undre gränsen för utfallets osäkerhetsintervall (95 %).
export-about-upper = Övre gränsen för utfallets osäkerhetsintervall (95 %).
export-about-observation_word = Vad som sägs om utfallet: preliminärt, uppgift saknas, skyddat eller ej tillämpligt.
export-about-so_far_word = ja när värdet gäller den del av året som hittills har utfall.
export-about-status_word = Måluppfyllelse: Uppnått, Nära, Ej uppnått eller Kan ej bedömas; följs när målvärde saknas.
export-about-status = Samma som kod: met, near, not_met, unjudged; tom när ingenting bedöms.
export-about-reason_word = Varför måluppfyllelsen inte kan bedömas, eller utfall saknas.
export-about-reason = Samma som kod.
export-about-target_code = Koden för det målvärde som utfallet bedöms mot.
export-about-origin_word = målvärde är planens eget; riktvärde är någon annans och räknas inte in i planens måluppfyllelse.
export-about-kind_word = Villkoret som utfallet ska uppfylla.
export-about-target_value = Målvärdets tal.
export-about-target_upper = Den övre gränsen, när målvärdet är ett intervall.
export-about-tolerance = Så långt från målvärdet som räknas som Nära, när planen anger det.
export-about-base_year = Året som det jämförs med.
export-about-base_value = Utfallet basåret.
export-about-reference = Enheten som det jämförs med.
export-about-reference_value = Jämförelsens utfall samma period.
export-about-reference_base_value = Jämförelsens utfall basåret.
export-about-by_year = Året då målvärdet ska vara nått.
export-about-first_year = Första året som målvärdet gäller; tomt när det saknar början.
export-about-last_year = Sista året som målvärdet gäller; tomt när det saknar slut.
export-about-printed = Målvärdet som det står i texten.
export-about-distance = Hur långt utfallet är från målvärdet.
export-about-distance_measure = Vad avståndet mäts i.
export-about-pace_needed = Förändring per år som behövs för att nå målvärdet i tid.
export-about-path_value = Där en jämn väg till målvärdet ligger den här perioden.
export-about-direction_word = Om högre eller lägre är bättre.
export-about-gap = Kvinnors värde minus mäns, samma period.
export-about-gap_lower = Undre gränsen för skillnadens osäkerhetsintervall (95 %).
export-about-gap_upper = Övre gränsen för skillnadens osäkerhetsintervall (95 %).
export-about-equal_word = ja när målvärdet är nått för både kvinnor och män.
export-about-verdict_word = Utvecklingen över tid, enligt Mann–Kendall på 5-procentsnivån.
export-about-trend_verdict = Samma som kod.
export-about-trend_n = Antal värden som utvecklingen bygger på.
export-about-trend_p = Testets p-värde, tvåsidigt, där utvecklingen prövas med Mann–Kendalls test.
export-about-trend_slope = Förändring per år (Theil–Sen), där utvecklingen prövas med Mann–Kendalls test.
export-about-trend_slope_lower = Undre gränsen för lutningens osäkerhetsintervall (95 %).
export-about-trend_slope_upper = Övre gränsen för lutningens osäkerhetsintervall (95 %).
export-about-decided_by = Vem som beslutat.
export-about-responsible = Vem som ansvarar.
export-about-delivery_id = Leveransen som utfallet kommer från, enligt kpi deliveries.
export-about-example = ja för påhittade exempelvärden, nej för verkliga utfall.
export-about-remark = Säger i ord om värdet är ett exempel.
export-about-comment = Kommentaren som följde med utfallet.
export-about-code = Målvärdets kod.
export-about-period_kind_word = Vilket slags period målvärdet gäller.
export-about-source = Var målvärdet står.
