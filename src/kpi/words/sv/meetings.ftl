# Sammanträden: when the board meets, what stands on its agendas, and what each item concerns.
page-meetings = Sammanträden
meetings-none = Planen säger inte när styrelsen sammanträder. Lämna sammanträden och ärenden med blanketterna på sidan Ladda upp.
meetings-year = Årets sammanträden
meetings-next = Nästa är { $days }.
meetings-over = Inget av dem återstår.
meetings-added = tillagt av användare
meeting-title-board = Sammanträde { $days }
meeting-title-budget_day = Gemensam budgetdag { $days }
meeting-title-planning_day = Gemensam planeringsdag { $days }
meeting-board = Sammanträde
meeting-budget_day = Gemensam budgetdag
meeting-planning_day = Gemensam planeringsdag
meeting-is-past = Passerat
meeting-is-next = Nästa
meeting-is-ahead = Kommande
meeting-is-cancelled = Inställt
meeting-lead = { $state }. { $n ->
    [0] Inga ärenden.
    [one] Ett ärende.
   *[other] { $n } ärenden.
}
meeting-items = Ärenden { $days }
meeting-attendees = Deltar: { $who }.
meeting-presenters = Föredragande som inte hör till något av ärendena: { $who }.
meeting-note = Tolkning: { $note }
agenda-recurring = Återkommande ärende
agenda-in_depth = Uppföljning och fördjupning
agenda-form-oral = Muntligt
agenda-form-written = Skriftligt
agenda-form-unsaid = planen säger inte om det redovisas muntligt eller skriftligt
agenda-by = föredras av { $who }
agenda-by-none = planen säger inte vem som föredrar
agenda-dropped = Utgår
agenda-read = tolkning
agenda-more = { $n } till
agenda-whole-plan = hela planen
agenda-concerns-indicators = Nyckeltal som det gäller
agenda-concerns-goals = Mål som det gäller
agenda-concerns-assignments = Uppdrag som det gäller
agenda-concerns-oversight = Uppsikt som det gäller
agenda-concerns-follow_up = Uppföljning som det gäller
agenda-concerns-nothing = Ärendet är inte kopplat till något som följs i planen.
agenda-note = Tolkning ({ $fields }): { $note }
agenda-change = Ändra vad ett ärende gäller
agenda-change-text = Det som sparas här är inte längre en tolkning. Uppdrag, uppsikt och uppföljning ändras med blanketten på sidan Ladda upp.
agenda-choose = Välj
agenda-save = Spara vad ärendet gäller
agenda-nothing-chosen = Inget är valt. Välj minst ett nyckeltal eller mål.
column-meeting = När
column-items = Ärenden
column-item = Ärende
column-told = Redovisas
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
