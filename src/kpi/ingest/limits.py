"""How large a file may be. Beyond these the answer is a sentence, not a machine out of memory."""

MEGABYTE = 1024 * 1024
FILE_BYTES = 600 * MEGABYTE
OTHER_BYTES = 200 * MEGABYTE  # of a file that is not plain text
ROWS = 10_000_000
COLUMNS = 5_000
SHEETS = 200
UNPACKED_BYTES = 400 * MEGABYTE
UNPACKED_RATIO = 100  # real workbooks pack 5–20 times; a bomb packs a thousand
SMALL_BYTES = 10 * MEGABYTE  # below this, a high ratio harms nobody
DIRECTORY_BYTES = MEGABYTE  # of a package's list of parts: ten thousand parts
SHEET_CELLS = 20_000_000
MERGED = 20_000  # ranges of merged cells on a sheet
TEXT_BYTES = 512 * MEGABYTE  # all texts of a table, written out
PARQUET_BYTES = 4096 * MEGABYTE  # what the columns declare that they take in memory
DIMENSIONS = 50  # of a statistical cube (PC-Axis, JSON-stat)
