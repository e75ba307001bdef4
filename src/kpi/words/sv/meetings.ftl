# Sammanträden: when the board meets, what stands on its agendas, and what each item concerns.
meetings-boards = { $n ->
    [one] ett sammanträde
   *[other] { $count } sammanträden
}
meetings-common = { $n ->
    [one] en gemensam dag
   *[other] { $count } gemensamma dagar
}
meetings-counted = Planen har { $parts }.
meetings-long-term = { $n ->
    [one] De långsiktiga nyckeltalen följs upp en gång under { $year }: { $days }.
   *[other] De långsiktiga nyckeltalen följs upp { $count } gånger under { $year }: { $days }.
}
form-meetings = tillagda och ändrade sammanträden
form-agenda = tillagda och ändrade ärenden
form-agenda-links = vad ärenden gäller
plan-not-a-place = Det är ingen plats i en ordning. Skriv ett heltal från 1 till { $most }.
meeting-reversed = Sammanträdet slutar före sin första dag. Rätta någon av dagarna.
meeting-unknown = Sammanträdet finns inte i planen. Rätta koden, eller lägg till sammanträdet först.
agenda-item-unknown = Ärendet finns inte i planen. Rätta koden, eller lägg till ärendet först.
agenda-point-unknown = Det är varken en av planens uppföljningar eller ordet plan, som betyder hela planen. Rätta koden.
plan-entity-meeting = sammanträdet
plan-entity-agenda_item = ärendet
plan-field-first_day = första dag
plan-field-last_day = sista dag
plan-field-attendees = deltagare
plan-field-presenters = vem som föredrar
plan-field-meeting = när det behandlas
plan-field-ordinal = plats på dagordningen
plan-field-form = muntlig eller skriftlig
plan-field-indicators = vilka nyckeltal det gäller
plan-field-goals = vilka mål det gäller
plan-field-assignments = vilka uppdrag det gäller
plan-field-oversight = vilken uppsikt det gäller
plan-field-follow_up = vilken uppföljning det gäller
table-meeting = sammanträden
table-agenda_item = ärenden
table-meeting_change = ändringar av sammanträden
table-agenda_change = ändringar av ärenden
table-agenda_link = uppgifter om vad ärenden gäller
required-accounts = Ekonomiskt utfall
