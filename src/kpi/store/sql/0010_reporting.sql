-- The year's reporting points: what each asks for and when, and which periods are closed.
create table reporting_point (
    delivery_id bigint not null,
    plan varchar not null,
    code varchar not null,
    position integer not null,
    name varchar not null,
    period_kind varchar not null,
    period_start date not null,
    due_on date,
    requires varchar not null,        -- kpi.model.Required, separated by |
    source varchar not null
);
create table period_lock (
    delivery_id bigint not null,
    plan varchar not null,
    period_kind varchar not null,
    period_start date not null,
    locked boolean not null,
    reason varchar not null,
    author varchar not null,
    written_on date not null
);
