-- What was unusual about a delivery, and why somebody stored it all the same.
create table acknowledgement (
    delivery_id bigint not null,
    finding varchar not null,         -- the message of kpi.words, without the place
    row_count bigint not null,
    example varchar not null,         -- the first of them, in words
    reason varchar not null
);

-- How a recurring file is laid out, as answered once by whoever delivered it.
create table format_description (
    delivery_id bigint not null,
    code varchar not null,
    title varchar not null,
    content varchar not null          -- JSON: kpi.ingest.layout
);
