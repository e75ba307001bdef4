-- A nyckeltal whose outcomes are fetched: written with every delivery that was, the latest live one holds.
create table source_link (
    delivery_id bigint not null,
    indicator varchar not null,
    source varchar not null,          -- kpi.store.links.KOLADA
    source_id varchar not null,       -- what the source calls it: N79173
    units varchar not null,           -- the source's ids of the units that are fetched, separated by |
    first_year integer not null       -- from which year on
);
