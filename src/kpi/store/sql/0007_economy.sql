-- Money: what a plan's tables print, and what has been reported against it.
create table cost_type (
    delivery_id bigint not null,
    plan varchar not null,
    code varchar not null,
    position integer not null,
    name varchar not null
);
create table budget_item (
    delivery_id bigint not null,
    plan varchar not null,
    code varchar not null,
    position integer not null,
    section varchar not null,         -- kpi.model.BudgetSection: the table that it stands in
    name varchar not null,
    category varchar not null,        -- the decision level of a measure, the owner of an investment
    description varchar not null,     -- in our own words
    consequence varchar not null,     -- in our own words
    sum_of varchar not null,          -- of a total: the items that it sums, separated by |
    part_of varchar not null,         -- the item of which it is a part ("varav")
    same_as varchar not null,         -- items that together should say the same; - before one of the other sign
    source varchar not null
);
create table budget_amount (          -- one printed figure
    delivery_id bigint not null,
    plan varchar not null,
    item varchar not null,
    position integer not null,
    cost_type varchar,                -- null: the item's total over cost types, or its only figure
    year integer not null,
    amount decimal(24, 9) not null,   -- in `money_unit`, costs negative where the text has them so
    decimals tinyint not null,        -- how many are printed
    money_unit varchar not null       -- kpi.model.MoneyUnit
);
create table account (
    delivery_id bigint not null,
    plan varchar not null,
    area varchar not null,            -- budget_item
    cost_type varchar,                -- null where the area's frame has no cost types
    month date not null,              -- its first day
    kind varchar not null,            -- kpi.model.AccountKind
    amount decimal(24, 9) not null,
    money_unit varchar not null
);
create table measure_effect (
    delivery_id bigint not null,
    plan varchar not null,
    measure varchar not null,         -- budget_item
    period_kind varchar not null,
    period_start date not null,
    amount decimal(24, 9) not null,   -- from the first day of the year to the last of the period
    money_unit varchar not null,
    text varchar not null,
    author varchar not null,
    written_on date not null
);
create table investment_use (
    delivery_id bigint not null,
    plan varchar not null,
    investment varchar not null,      -- budget_item
    month date not null,
    amount decimal(24, 9) not null,   -- of that month alone
    money_unit varchar not null
);
