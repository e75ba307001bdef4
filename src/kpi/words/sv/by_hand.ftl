# Values and texts written on a page

by-hand-open = Skriv in eller rätta värden
by-hand-help = Skriv tal med decimalkomma. En ny rad läggs till längst ner; en markerad rad tas bort med papperskorgen. Inget sparas förrän du har sett vad som ändras och sparar leveransen.
by-hand-file = inskrivet-{ $code }.csv
by-hand-stored = Det inskrivna är sparat som leverans { $id }. Den finns på sidan Leveranser, där den kan återkallas.
by-hand-protected = Raden för { $period }, { $gender } är skyddad, och värdet bakom skulle gå förlorat. Skriv ett nytt värde och töm status, eller låt raden vara som den var.
explanation-add = Skriv en förklaring
explanation-text = Förklaring till utfallet { $period }
explanation-save = Spara förklaringen
explanation-text-missing = Förklaringen har ingen text. Skriv den.
action-add = Föreslå en åtgärd
action-text = Åtgärd med anledning av utfallet { $period }
action-due = Klart senast, till exempel 2026-12-31 (frivilligt)
action-due-not-a-day = Klart senast är ingen dag. Skriv hela dagen, till exempel 2026-12-31.
action-save = Spara åtgärden
action-text-missing = Åtgärden har ingen text. Skriv vad som ska göras.
