-- Targets may be changed one by one after their plan was read in: a later delivery's row with the same code holds
-- instead of the plan's. Removed: the target no longer holds; the row says what it was. Null in what a plan brought.
alter table target add column removed boolean;
