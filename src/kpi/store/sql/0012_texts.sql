-- Texts about nyckeltal may be drafts, and are told apart by a code, so that a later wording takes an earlier's place.
-- Measures say who is responsible and what is expected of them, and are followed up until their effect is seen.
-- Made anew: a table cannot be altered and filled in one transaction. What there was counts as klarmarkerat; its code
-- comes from its text (kpi.ingest.forms.comments.code_of).
create table comment_12 (
    delivery_id bigint not null,
    indicator varchar not null,
    unit varchar not null,
    period_kind varchar not null,
    period_start date not null,
    kind varchar not null,            -- kpi.model.CommentKind
    code varchar not null,            -- unique among the texts of its nyckeltal, unit, period and kind
    text varchar not null,
    author varchar not null,
    author_role varchar not null,
    written_on date not null,
    due_on date,
    responsible varchar not null,     -- of a measure; empty: not said
    expected_effect varchar not null, -- the effect that is expected of a measure; empty: not said
    state varchar not null,           -- kpi.model.TextState
    marked_by varchar not null,       -- who said that it is final; empty: the author, by delivering it
    marked_on date
);
insert into comment_12
    select delivery_id, indicator, unit, period_kind, period_start, kind,
           translate(substr(sha256(text), 1, 6), '0123456789abcdef', 'bcdfghjklmnpqrst'), text, author, author_role,
           written_on, due_on, '', '', 'final', '', null
    from comment;
drop table comment;
alter table comment_12 rename to comment;

create table action_follow_up (
    delivery_id bigint not null,
    indicator varchar not null,       -- these five name the measure
    unit varchar not null,
    period_kind varchar not null,
    period_start date not null,
    action varchar not null,          -- comment.code
    followed_on date not null,
    status varchar not null,          -- kpi.model.ActionStatus
    text varchar not null,            -- what has been done
    effect varchar not null,          -- what has been seen of it; empty: not said
    author varchar not null
);
