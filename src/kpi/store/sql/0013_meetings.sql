-- The year's meetings and what stands on their agendas, as a plan lists them.
create table meeting (
    delivery_id bigint not null,
    plan varchar not null,
    code varchar not null,
    position integer not null,
    first_day date not null,
    last_day date not null,
    kind varchar not null,            -- kpi.model.MeetingKind
    attendees varchar not null,       -- who come to a common day, separated by |
    presenters varchar not null,      -- named for the meeting but for none of its items, separated by |
    source varchar not null
);
create table agenda_item (
    delivery_id bigint not null,
    plan varchar not null,
    code varchar not null,
    position integer not null,
    meeting varchar not null,
    ordinal integer not null,         -- its place on the agenda
    kind varchar not null,            -- kpi.model.AgendaKind
    heading varchar not null,
    form varchar not null,            -- kpi.model.AgendaForm; empty where the plan does not say
    presenters varchar not null,      -- separated by |
    indicators varchar not null,      -- what it concerns, as codes separated by |
    goals varchar not null,
    assignments varchar not null,
    oversight varchar not null,
    follow_up varchar not null,       -- a reporting point, or plan for the whole of it
    source varchar not null
);
-- What users have added or changed: the last row about a meeting or an item holds instead of the plan's.
create table meeting_change (
    delivery_id bigint not null,
    plan varchar not null,
    code varchar not null,
    first_day date not null,
    last_day date not null,
    kind varchar not null,
    attendees varchar not null,
    presenters varchar not null,
    holds boolean not null,           -- false: cancelled
    author varchar not null,
    written_on date not null
);
create table agenda_change (
    delivery_id bigint not null,
    plan varchar not null,
    code varchar not null,
    meeting varchar not null,
    ordinal integer not null,
    kind varchar not null,
    heading varchar not null,
    form varchar not null,
    presenters varchar not null,
    holds boolean not null,           -- false: dropped from the agenda
    author varchar not null,
    written_on date not null
);
create table agenda_link (
    delivery_id bigint not null,
    plan varchar not null,
    item varchar not null,            -- the code of an agenda item
    kind varchar not null,            -- kpi.model.LinkKind
    subject varchar not null,         -- the code of what it concerns
    holds boolean not null,           -- false: it does not concern it
    author varchar not null,
    written_on date not null
);
