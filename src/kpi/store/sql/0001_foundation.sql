-- Append-only: every row belongs to a delivery; a later delivery supersedes rows, nothing is erased.
-- No keys, indexes or sequences: DuckLake has none, and the ingest checks uniqueness in its transaction.

create table delivery (
    id bigint not null,
    kind varchar not null,            -- kpi.model.DeliveryKind
    subject varchar not null,         -- the plan's code, the format's name, …
    origin varchar not null,          -- kpi.model.Origin
    created_at timestamp not null,    -- UTC
    actor varchar not null,
    reason varchar not null,
    file_name varchar not null,
    file_sha256 varchar not null,
    row_count bigint not null
);

-- A withdrawn delivery stops counting from `happened_at`; a restored one counts again, in its old place.
create table delivery_event (
    delivery_id bigint not null,
    event varchar not null,           -- withdrawn | restored
    happened_at timestamp not null,   -- UTC
    actor varchar not null,
    reason varchar not null
);

create table steering_model (
    delivery_id bigint not null,
    code varchar not null,
    name varchar not null
);

create table steering_level (
    delivery_id bigint not null,
    steering_model varchar not null,
    level varchar not null,
    position integer not null,        -- 1 is the top of the goal tree
    name varchar not null,
    name_plural varchar not null
);

create table unit (
    delivery_id bigint not null,
    code varchar not null,
    name varchar not null,
    kind varchar not null,            -- country, region, board, department, area, ward, municipality
    parent varchar,
    aliases varchar not null          -- separated by |
);

create table plan (
    delivery_id bigint not null,
    code varchar not null,
    name varchar not null,
    organisation varchar not null,    -- a unit
    steering_model varchar not null,
    first_year integer not null,
    last_year integer not null,
    decided_by varchar not null,
    decided_on date,                  -- null where the text gives none
    reference varchar not null,       -- the diary number
    source varchar not null
);

create table goal (
    delivery_id bigint not null,
    plan varchar not null,
    code varchar not null,
    parent varchar,
    level varchar not null,
    position integer not null,
    name varchar not null,
    kind varchar not null,
    intent varchar not null,          -- politisk viljeinriktning, as decided; empty where we have no right to the wording
    intent_summary varchar not null,  -- in our own words, shown as sammanfattning
    source varchar not null
);

create table indicator (
    delivery_id bigint not null,
    code varchar not null,
    name varchar not null,
    short_name varchar not null,
    measure varchar not null,         -- "%", "recept per 1 000 invånare", …
    decimals integer not null,
    direction varchar not null,       -- kpi.model.Direction
    year_rule varchar not null,       -- kpi.model.YearRule
    split_by_gender boolean not null,
    no_split_reason varchar not null, -- why not, where it is not split
    lowest double,                    -- the possible range, where it has one
    highest double,
    source varchar not null,
    aliases varchar not null          -- other names and codes in files, separated by |
);

create table plan_indicator (
    delivery_id bigint not null,
    plan varchar not null,
    goal varchar not null,
    indicator varchar not null,
    unit varchar not null,            -- the unit that the plan follows it for
    position integer not null,
    name varchar not null,            -- as decided
    term varchar not null,            -- kpi.model.Term
    decided_by varchar not null,
    responsible varchar not null,
    source varchar not null
);

create table target (
    delivery_id bigint not null,
    code varchar not null,
    plan varchar,                     -- null for a riktvärde
    indicator varchar not null,
    unit varchar,                     -- null: every unit
    gender varchar,                   -- null: K, M and T alike
    period_kind varchar not null,
    kind varchar not null,            -- kpi.model.TargetKind
    value double,
    upper_value double,
    base_year integer,
    reference varchar,                -- the unit compared with
    by_year integer,
    first_year integer,               -- null: no first year
    last_year integer,
    tolerance double,
    origin varchar not null,          -- kpi.model.TargetOrigin
    decided_by varchar not null,
    printed varchar not null,         -- the target as the text prints it
    source varchar not null
);

-- What the texts do not say and somebody had to decide.
create table interpretation (
    delivery_id bigint not null,
    plan varchar not null,
    entity varchar not null,          -- goal, indicator, target, …
    code varchar not null,
    field varchar not null,
    note varchar not null
);

create table observation (
    delivery_id bigint not null,
    indicator varchar not null,
    unit varchar not null,
    gender varchar not null,
    period_kind varchar not null,
    period_start date not null,
    value double,
    numerator double,
    denominator double,
    lower double,
    upper double,
    status varchar,                   -- kpi.model.ObservationStatus
    comment varchar,
    source_sheet varchar,
    source_row integer
);

-- A declared break in a series: from this period on, values are not comparable with those before.
create table series_break (
    delivery_id bigint not null,
    indicator varchar not null,
    unit varchar,                     -- null: every unit
    period_start date not null,
    reason varchar not null
);

-- Explanations and proposed measures, in somebody's words.
create table comment (
    delivery_id bigint not null,
    indicator varchar not null,
    unit varchar not null,
    period_kind varchar not null,
    period_start date not null,
    kind varchar not null,            -- explanation | action
    text varchar not null,
    author varchar not null,
    author_role varchar not null,
    written_on date not null,
    due_on date
);
