trend-line-xmr =
    { $gender }: { $development }. Styrdiagram (XmR), { $n } värden: { $rule ->
        [outside] det senaste ligger utanför gränserna
        [trend] en obruten rörelse åt samma håll sedan { $since }
        [two_of_three] två av tre nära samma gräns sedan { $since }
        [one_side] en obruten följd på samma sida om medelvärdet sedan { $since }
       *[none] det senaste skiljer sig inte från den vanliga variationen
    }.{ $assurance ->
        [consistent_pass] {" "}Målet nås konsekvent, även när värdena varierar som vanligt.
        [consistent_fail] {" "}Målet missas konsekvent: med den vanliga variationen nås det inte.
        [inconsistent] {" "}Målet nås ibland, beroende på slumpen.
       *[none] {""}
    }

control-choice = Styrdiagram för
control-both = Kvinnor och män
control-heading = Styrdiagram, { $gender }
control-lower = undre { $value }
control-mean = medel { $value }
control-upper = övre { $value }
control-target = mål { $target }
control-flag-break = Brott { $start }: { $reason }
control-flag-event = { $start }: { $text }
control-band = Det fyllda fältet är den vanliga variationen. Märkta värden avviker från den:
control-band-none = Det fyllda fältet är den vanliga variationen. Inget värde avviker från den.
control-phase = { $first } till { $last } ({ $n } värden): medelvärde { $mean }, gränser { $lower } till { $upper }.
control-phase-short = { $first } till { $last } ({ $n } värden): för få värden för gränser, det krävs tolv.
control-season = Styrdiagrammet räknar inte bort årstider: en serie som följer dem får märkta värden av det.
control-marked = { $n ->
    [one] Visa det märkta värdet
   *[other] Visa de { $n } märkta värdena
}
control-marked-caption = Märkta värden för { $name }, { $gender }
control-column-value = Värde
control-column-rule = Regel
control-column-since = Sedan
control-column-meaning = Betyder
control-rule-outside-up = över den övre gränsen
control-rule-outside-down = under den undre gränsen
control-rule-trend-up = sju eller fler i följd, stigande
control-rule-trend-down = sju eller fler i följd, fallande
control-rule-two_of_three-up = två av tre nära den övre gränsen
control-rule-two_of_three-down = två av tre nära den undre gränsen
control-rule-one_side-up = sju eller fler i följd över medelvärdet
control-rule-one_side-down = sju eller fler i följd under medelvärdet
control-meaning-improvement = förbättring
control-meaning-concern = försämring
control-meaning-high = högt
control-meaning-low = lågt
control-said = { $period }: { $value }
control-said-rule = { $rule }, sedan { $since }
control-alt = Styrdiagram för { $name }, { $gender }: { $n } värden, från { $from_value } ({ $first }) till { $to_value } ({ $last }). { $phases } { $marked ->
        [0] Inget värde är märkt.
        [one] Ett värde är märkt; det står i tabellen nedanför.
       *[other] { $marked } värden är märkta; de står i tabellen nedanför.
    }
control-alt-target = Målvärde { $target }.
events-heading = Händelser
event-signed = { $who }, { $date }.
event-add = Lägg till en händelse
event-when = Dag eller period, till exempel 2025-03-17, 2025-03 eller 2025K1
event-text = Vad som hände
event-save = Spara händelsen
event-text-missing = Händelsen har ingen text. Skriv vad som hände.
