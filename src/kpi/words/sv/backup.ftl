# Backups: written, verified and put back.
cli-about-backup = Skriver en säkerhetskopia: hela databasen och de levererade filerna i en enda fil. Appen kan vara igång.
cli-about-restore = Återställer en återkallad leverans (NUMMER), eller hela databasen ur en säkerhetskopia (FIL).
cli-help-backup = filen som säkerhetskopian skrivs till, till exempel kopia.zip
cli-help-backup-force = skriver över filen om den finns
cli-id-or-file = NUMMER|FIL
cli-help-id-or-file = leveransens nummer, enligt kpi deliveries, eller en fil som kpi backup har skrivit
cli-doing-backup = Säkerhetskopierar …
cli-doing-restore = Kontrollerar och återställer …
cli-backup-done = Säkerhetskopian { $file } är skriven ({ $size } MB). Läs tillbaka den med kpi restore.
cli-restored = Databasen är återställd ur { $file }, som gjordes { $made }.
cli-restored-before = Den som fanns ligger kvar som { $before }.

backup-exists = { $file } finns redan. Välj ett annat namn, eller lägg till --force för att skriva över den.
backup-onto-itself = { $file } hör till databasen själv. Skriv säkerhetskopian till en annan mapp eller med ett annat namn.
backup-unwritable = Säkerhetskopian { $file } går inte att skriva: { $why }. Inget är ändrat.
backup-not-restored = { $file } går inte att återställa: { $why }. Databasen är som den var.
backup-broken = { $file } är ingen hel säkerhetskopia: den är skadad, avkortad eller något annat. Databasen är som den var; välj en annan kopia.
backup-newer = { $file } är skriven av en nyare version av systemet. Uppdatera systemet först. Databasen är som den var.
backup-inconsistent = Databasen i { $file } hänger inte ihop: { $found } Den som finns är som den var; välj en annan kopia.
backup-in-use = Databasen används av appen eller av ett annat kommando. Stoppa appen först, och försök igen.
restore-neither = ”{ $given }” är varken numret på en leverans eller en fil som finns. Numren visas av kpi deliveries.
