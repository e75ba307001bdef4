# Forms: tables in which people write what is not outcomes.
form-comments = förklaringar, åtgärder och händelser
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
