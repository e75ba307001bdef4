# What was shown at a meeting, and kept.
shown-heading = Spara det som visas
shown-about = Filerna, siffrorna och texterna sparas som de är nu, så att nästa sammanträde kan öppna dem.
shown-about-example = Utfallen är exempel, och det som sparas märks så. Det visas bara bland exemplen.
shown-save = Spara det som visades
shown-changed = Någon annan har ändrat uppgifterna medan filerna gjordes, så inget är sparat. Se efter vad som visas nu och spara igen.
shown-line = { $during ->
    [yes] Visades
   *[no] Sparades
} { $day } kl. { $time } av { $who }{ $example ->
    [yes] , med exempelvärden
   *[no] {""}
}: uppgifter för { $period }.
shown-last = Vid förra sammanträdet, { $days }, visades ”{ $item }”, sparat { $day } av { $who }{ $example ->
    [yes] , med exempelvärden
   *[no] {""}
}: uppgifter för { $period }.
shown-then = Som det var då
shown-file = Ladda ner det som sparades { $day } kl. { $time }
delivery-shown = det som visades: { $subject }
cli-kind-shown = det som visats
table-shown_item = visade ärenden
