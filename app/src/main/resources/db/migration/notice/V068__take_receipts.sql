create table notice.receipts (
    channel    text not null,
    outside_id text not null,
    arrived    boolean not null,
    said       text not null,
    at         timestamptz not null,
    primary key (channel, outside_id)
);
comment on table notice.receipts is 'the first final word on each message; it may come before our own note that the message was taken';
