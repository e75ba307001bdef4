"""How large a file may be. Beyond these the answer is a sentence, not a machine out of memory."""

MEGABYTE = 1024 * 1024
FILE_BYTES = 200 * MEGABYTE
ROWS = 10_000_000
UNPACKED_BYTES = 400 * MEGABYTE
UNPACKED_RATIO = 100  # real workbooks pack 5–20 times; a bomb packs a thousand
SMALL_BYTES = 10 * MEGABYTE  # below this, a high ratio harms nobody
COLUMNS = 5_000
SHEET_CELLS = 20_000_000
TEXT_BYTES = 2048 * MEGABYTE  # all texts of a table, written out
PARQUET_BYTES = 4096 * MEGABYTE  # what the columns declare that they take in memory
