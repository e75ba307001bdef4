-- What was shown of an agenda item, and kept: by whom, when and in which file, the delivery says.
create table shown_item (
    delivery_id bigint not null,
    plan varchar not null,
    meeting varchar not null,
    item varchar not null,
    subject varchar not null,         -- the item's heading, as it was
    period varchar not null,          -- kpi.model.Period, as its code
    mode varchar not null,            -- kpi.model.DataMode
    figures_at timestamp not null     -- the latest change that the figures had in them (UTC)
);
