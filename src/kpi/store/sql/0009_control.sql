-- Uppsikt: whom and what the board follows up outside its own work, and what came of it.
create table oversight (
    delivery_id bigint not null,
    plan varchar not null,
    code varchar not null,
    position integer not null,
    kind varchar not null,            -- kpi.model.OversightKind
    name varchar not null,
    how varchar not null,
    season varchar not null,          -- when in the year, in the text's words
    month integer,                    -- the month of the year by which it is due
    presenter varchar not null,
    source varchar not null
);
create table oversight_report (
    delivery_id bigint not null,
    plan varchar not null,
    oversight varchar not null,
    period_kind varchar not null,
    period_start date not null,
    result varchar not null,          -- kpi.model.ControlResult
    text varchar not null,
    author varchar not null,
    written_on date not null
);
-- Intern kontroll: the year's control points with their risks, and what each follow-up found.
create table control_point (
    delivery_id bigint not null,
    plan varchar not null,
    year integer not null,
    code varchar not null,
    process varchar not null,
    risk varchar not null,
    likelihood integer not null,      -- 1 to 4
    consequence integer not null,     -- 1 to 4
    control varchar not null,
    method varchar not null,
    responsible varchar not null
);
create table control_report (
    delivery_id bigint not null,
    plan varchar not null,
    control_point varchar not null,
    period_kind varchar not null,     -- a half-year: each point is followed up twice
    period_start date not null,
    result varchar not null,          -- kpi.model.ControlResult
    text varchar not null,
    measure varchar not null,
    due_on date,
    author varchar not null,
    written_on date not null
);
