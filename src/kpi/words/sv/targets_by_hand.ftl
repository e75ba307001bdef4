# Targets edited by hand on a nyckeltal's page

targets-open = Ändra, lägg till eller ta bort målvärden
targets-help = Planens målvärden och riktvärden för nyckeltalet här. En ny rad läggs till längst ner; en markerad rad tas bort med papperskorgen. Tomma år gäller tills vidare, tomt kön alla och tom enhet alla enheter. Inget sparas förrän du har sett vad som ändras och sparar.
targets-elsewhere = Riktvärden som har lästs in med en annan plan ändras i den: { $plans }.
targets-file = malvarden-{ $code }.csv
targets-heading = Så ändras målvärdena
targets-new = nytt målvärde
targets-removed = tas bort
targets-label = { $target }, { $years }
targets-printed-left = Kolumnen ”i texten” säger fortfarande ”{ $printed }”. Ändra även den, om texten nu säger något annat.
targets-locked = Låst: { $periods }. En status som ändras där visas som en rättelse.
targets-effect = Så ändras måluppfyllelsen, { $period }
targets-no-effect = Inget värde får någon annan status för { $period }.
targets-reason = Varför målvärdena ändras
targets-reason-missing = Det står inte varför målvärdena ändras. Skriv anledningen.
targets-save = Spara målvärdena
targets-changed = Målvärdena har ändrats av någon annan sedan ändringen visades, så inget är sparat. Läs det som visas nu och spara igen.
targets-changed-shown = Det som skulle sparas är inte längre det som visades, så inget är sparat. Här ovanför står ändringen som den är nu: kontrollera den och spara igen.
targets-stored = Målvärdena är sparade som leverans { $id }. Den finns på sidan Leveranser, där den kan återkallas.
delivery-targets = målvärden i plan { $subject }
cli-kind-targets = målvärden
check-target-plan = Målvärdet { $code } i leverans { $id } hör till planen { $plan } men leveransen gäller en annan.
check-targets-current = { $n } av de målvärden som sidorna visar är inte de som följer av leveranserna.
