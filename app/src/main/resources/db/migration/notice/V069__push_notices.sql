create table notice.subscriptions (
    id         uuid primary key,
    subject    bigint not null,
    endpoint   bytea not null unique,
    sealed     bytea not null,
    since      timestamptz not null
);
create index on notice.subscriptions (subject);
comment on column notice.subscriptions.endpoint is 'blind index of the address, so that a browser is there once, for whoever used it last';
comment on column notice.subscriptions.sealed is 'the address and the browser''s keys, sealed for the subject';

create table notice.push_key (
    one     boolean primary key default true check (one),
    public  bytea not null,
    private bytea not null
);
comment on table notice.push_key is 'by which push services know this city (VAPID); the private half is sealed. Browsers'' subscriptions hold only so long as it does';
