-- The red thread: what a plan says of itself, the styrdokument around it, and how plans hang together.
alter table plan add column predecessor varchar;      -- the plan that this one followed
alter table plan add column summing_up boolean;       -- it asks for a summing-up of attainment
alter table steering_level add column expected integer; -- how many goals the text says there are; null: it does not say
alter table goal add column serves varchar;           -- plan:goal that it serves in another plan

create table plan_value (
    delivery_id bigint not null,
    plan varchar not null,
    code varchar not null,
    position integer not null,
    kind varchar not null,            -- kpi.model.ValueKind
    name varchar not null,
    summary varchar not null,         -- in our own words, shown as sammanfattning
    source varchar not null
);
create table document_type (
    delivery_id bigint not null,
    plan varchar not null,
    code varchar not null,
    position integer not null,
    name varchar not null,
    decided_by varchar not null,
    validity varchar not null,        -- how long such a document holds, in words
    revised varchar not null,
    builds_on varchar not null,       -- codes of document types, separated by |
    summary varchar not null,
    source varchar not null
);
create table document (
    delivery_id bigint not null,
    plan varchar not null,
    code varchar not null,
    position integer not null,
    register varchar not null,        -- the list that it stands in
    type varchar,                     -- a document type
    name varchar not null,
    first_year integer,
    last_year integer,
    reference varchar not null,       -- the diary number, as printed
    decided_on varchar not null,      -- as printed: a day, two days of a meeting, a year, "hösten 2018"
    decided_by varchar not null,
    replaces varchar,                 -- a document
    source varchar not null
);
create table follow_up_document (
    delivery_id bigint not null,
    plan varchar not null,
    code varchar not null,
    position integer not null,
    name varchar not null,
    source varchar not null
);
