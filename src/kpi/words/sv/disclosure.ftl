chart-protected = { $n ->
    [one] Ett värde är skyddat av sekretess och visas inte.
   *[other] { $n } värden är skyddade av sekretess och visas inte.
}
trend-protected = Utfallet är skyddat av sekretess, och utvecklingen visas inte.
method-disclosure-heading = Skyddade värden
method-disclosure = Står det ”skyddat” döljs talet för att det kunde peka ut enskilda personer. Ett värde döljs när täljaren, eller nämnaren minus täljaren, är minst 1 men under röjandegränsen, eller när nämnaren är under den. Gränsen är 5 om planen inte säger annat för nyckeltalet. En sann nolla visas. För att ett dolt tal inte ska gå att räkna ut döljs också andra: det andra könets när totalt visas, en enhet till under samma överordnade, en del till av en period som visas. Status, skillnad, plats, utveckling, prognos och filer räknas bara på det som visas. Skyddat är något annat än att uppgift saknas.
