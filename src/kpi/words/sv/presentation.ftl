# Presentation mode: a follow-up on the screen in the meeting room.
present-title = Presentation: { $subject }
present-slide = bild
present-slide-of = Bild { $number } av { $count }
present-number = { $number } / { $count }
present-without-outcome = { $n ->
    [one] Ett nyckeltal saknar utfall
   *[other] { $count } nyckeltal saknar utfall
}
present-follow = Följ på din egen skärm
present-follow-alt = QR-kod till { $address }
present-follow-local = Andra kan inte följa på egna skärmar: appen nås bara från den här datorn.
present-explore = Utforska diagrammet för { $name }
present-explored-back = Tillbaka till bilden (Esc)
present-explored-more = Allt om nyckeltalet
present-buttons = Visning
present-previous = Föregående bild
present-next = Nästa bild
present-fullscreen = Helskärm
present-keys = Tangenter
present-leave = Avsluta
present-offline = Ingen kontakt med appen: bilderna går att visa, men ingen annan sida kan öppnas nu.
present-key-next = Nästa bild
present-key-previous = Föregående bild
present-key-ends = Första och sista bilden
present-key-jump = Gå till en bild
present-key-explore = Utforska bildens diagram
present-key-fullscreen = Helskärm
present-key-keys = Visa eller dölj tangenterna
present-key-leave = Tillbaka från diagrammet, eller avsluta
present-keys-next = →, ↓, Page Down, mellanslag
present-keys-previous = ←, ↑, Page Up
present-keys-ends = Home, End
present-keys-jump = bildens nummer och Retur
present-keys-explore = Retur
present-keys-leave = Esc
present-meeting-unknown = Planen har inget sammanträde ”{ $meeting }”. Välj ett på sidan Sammanträden.
present-item-unknown = Ärendet ”{ $item }” finns inte på sammanträdet { $days }. Välj ett ärende på sidan Sammanträden.
