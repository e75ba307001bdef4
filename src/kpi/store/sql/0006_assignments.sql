-- Uppdrag: what a plan wants done, by whom, and what has been reported about it at each follow-up.
create table assignment (
    delivery_id bigint not null,
    plan varchar not null,
    code varchar not null,
    goal varchar not null,
    position integer not null,
    heading varchar not null,         -- in our own words, shown as rubrik
    wording varchar not null,         -- as decided; empty where we have no right to it
    decided_by varchar not null,
    responsible varchar not null,     -- the bodies, separated by |
    due_on date,
    source varchar not null
);
create table assignment_report (
    delivery_id bigint not null,
    plan varchar not null,
    assignment varchar not null,
    period_kind varchar not null,     -- the follow-up's period: a tertial, a year
    period_start date not null,
    status varchar not null,          -- kpi.model.AssignmentStatus
    text varchar not null,
    author varchar not null,
    author_role varchar not null,
    written_on date not null
);
