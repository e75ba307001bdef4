"""How wide Arial's characters are, in thousandths of the size: metrics that Liberation Sans shares.

Text is set in Arial because its widths are known without the font: PowerPoint has it, and LibreOffice has its equal.
"""

_REGULAR = {
    0: "\xad\u200b\u2060",
    191: "'",
    200: "\u2009\u202f",
    222: "ijl‘’‚",
    260: "|¦",
    278: " !,./:;I[\\]ft\xa0ÌÍÎÏìíîï",
    333: "()-`r¡¨²³´·¸¹“”„{}",
    355: '•"',
    389: "ºª*°",
    469: "^",
    500: "Jcksvxyzçýÿšž",
    556: "¶±÷≤≥≠≈¯#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþ–€",
    584: "µ+<=>~¬×−",
    611: "○FTZ¿ßøŽ",
    667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞŠŸ",
    722: "CDHNRUwÇÐÑÙÚÛÜ",
    778: "©®✓✕GOQÒÓÔÕÖØ",
    834: "Mm¼½¾",
    889: "%æ",
    944: "Wœ",
}
_BOLD = {
    0: "\xad\u200b\u2060",
    200: "\u2009\u202f",
    238: "'",
    278: " ,./I\\ijl\xa0ÌÍÎÏìíîï‘’‚|¦",
    333: "!()-:;[]`ft¡¨²³´·¸¹",
    389: "•ºª*r{}°",
    500: '"z“”„ž',
    556: "±÷≤≥≠≈¯#$0123456789J_aceksvxy¢£¤¥§«¶»àáâãäåçèéêëýÿ–€š",
    584: "µ+<=>^~¬×−",
    611: "○?FLTZbdghnopqu¿ßðñòóôõöøùúûüþŽ",
    667: "EPSVXYÈÉÊËÝÞŠŸ",
    722: "&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜ",
    778: "©®✓✕GOQwÒÓÔÕÖØ",
    834: "M¼½¾",
    889: "%mæ",
    975: "Wœ@",
}
UNKNOWN = 1015  # as the widest that is known


def _by_character(table: dict[int, str]) -> dict[str, int]:
    return {character: width for width, characters in table.items() for character in characters}


REGULAR, BOLD = _by_character(_REGULAR), _by_character(_BOLD)
