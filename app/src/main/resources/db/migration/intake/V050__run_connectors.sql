-- How far each connector is, how it fares, and the rows it could not take.
create schema intake;

create table intake.connectors (
    id            text primary key check (length(id) <= 63),
    cursor        text,
    columns       jsonb,
    found         jsonb,
    stopped_with  text,
    extra         text[] not null default '{}',
    paused_by     text,
    paused_at     timestamptz,
    rows_read     bigint not null default 0,
    rows_written  bigint not null default 0,
    rows_rejected bigint not null default 0,
    rate          double precision not null default 0,
    waiting       bigint not null default 0,
    lag_seconds   bigint not null default 0,
    looked_at     timestamptz,
    succeeded_at  timestamptz,
    failed_at     timestamptz,
    failure       text,
    leased_by     text,
    leased_until  timestamptz
);
comment on column intake.connectors.cursor is 'where the source is read on from, as its kind writes it; moves only together with what was read';
comment on column intake.connectors.columns is 'names and types of the columns that were seen first or approved last';
comment on column intake.connectors.found is 'the columns that differ; while there are any the connector stands still';
comment on column intake.connectors.stopped_with is 'the text of the connector''s file when it stopped; a corrected one lets it go on';
comment on column intake.connectors.leased_by is 'the node that runs it, until leased_until';

create table intake.rejected_rows (
    id         uuid primary key,
    connector  text not null,
    source     text not null,
    delivery   text not null,
    position   bigint not null,
    reason     text not null,
    arguments  text[] not null default '{}',
    record_key bytea,
    version    bigint,
    subject    bigint not null,
    sealed     bytea not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    righted_at timestamptz,
    unique (connector, source, delivery, position)
);
comment on column intake.rejected_rows.delivery is 'what tells a file from a later one of the same name; empty where sources do not repeat';
comment on column intake.rejected_rows.record_key is 'blind index of the record''s id, by which a later right row is recognised';
comment on column intake.rejected_rows.sealed is 'the row as it came, under the key of its subject where that is known';
create index rejected_open on intake.rejected_rows (connector, last_seen desc) where righted_at is null;
create index rejected_records on intake.rejected_rows (connector, record_key) where righted_at is null;
create index rejected_age on intake.rejected_rows (last_seen);
