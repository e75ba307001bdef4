-- Helårsprognos as judged by the responsible person: what somebody expects one gender's value of a year to be.
create table judged_forecast (
    delivery_id bigint not null,
    indicator varchar not null,
    unit varchar not null,
    gender varchar not null,          -- kpi.model.Gender
    year integer not null,
    value double not null,
    judged_by varchar not null,
    judged_on date not null,
    reason varchar not null
);
