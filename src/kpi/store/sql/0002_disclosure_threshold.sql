-- Röjandegräns: numerators and denominators below it are hidden. Null where nothing is said; then the default holds.
alter table indicator add column disclosure_threshold integer;
