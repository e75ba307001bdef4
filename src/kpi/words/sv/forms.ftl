# Forms: tables in which people write what is not outcomes.
form-comments = förklaringar, åtgärder, hållbarhet och händelser
form-action-follow-ups = uppföljning av åtgärder
form-judged = bedömda prognoser
form-breaks = brott i serier
form-assignment-reports = redovisning av uppdrag
form-unknown = Filen är ingen av de blanketter som finns: { $forms }. Använd rubrikerna i mallen.
form-plan-unknown = Planen finns inte. Skriv planens kod.
form-assignment-unknown = Uppdraget finns inte i planen. Rätta koden.
assignment-without-body = Det står inte vem som ansvarar. Skriv minst en, åtskilda av |.
assignment-text-missing = Redovisningen saknas. Skriv vad som har gjorts.
cli-upload-form = { $file }: { $form }, { $rows } rader.
form-recognised = Filen är en blankett: { $form }. Den ger { $counted }.
form-change = Ändring
form-rows-added = { $n ->
    [one] en ny rad
   *[other] { $n } nya rader
}
form-rows-changed = { $n ->
    [one] en ändrad rad
   *[other] { $n } ändrade rader
}
form-rows-unchanged = { $n ->
    [one] en rad som redan står så
   *[other] { $n } rader som redan står så
}
form-is-added = Ny
form-is-changed = Ändrad
form-is-unchanged = Oförändrad
form-stored = Lagrat som leverans { $id }.
form-control-points = internkontrollplan
form-control-reports = uppföljning av intern kontroll
form-oversight-reports = redovisning av uppsikt
form-half-year = Perioden är inget halvår. Skriv till exempel våren 2025 eller hösten 2025.
form-control-point-unknown = Kontrollpunkten finns inte i planens internkontrollplan. Rätta koden, eller lämna kontrollplanen först.
form-oversight-unknown = Det finns ingen sådan uppsikt i planen. Rätta koden.
form-sheet = Blankett
form-help-sheet = Så fyller du i
form-needed = Måste fyllas i.
form-optional = Får lämnas tom.
form-one-of = Ett av orden { $words }.
form-templates = Blanketter för annat än utfall
form-templates-text = En blankett känns igen på sina rubriker och lämnas i samma fält som en fil med utfall.
form-template-button = Ladda ner { $form } (Excel)
form-file = { $form }.xlsx
