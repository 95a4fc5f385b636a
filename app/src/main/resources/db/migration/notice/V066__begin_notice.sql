create schema notice;

create table notice.cursors (
    source      text primary key,
    transaction bigint not null,
    number      bigint not null
);
-- What happened before the room was there is told to nobody.
insert into notice.cursors values ('casework', pg_current_xact_id()::text::bigint, 0);

create table notice.notices (
    id        uuid primary key,
    event     text not null,
    recipient bigint not null,
    kind      text not null,
    words     bytea not null,
    path      text not null,
    at        timestamptz not null,
    read_at   timestamptz,
    unique (event, recipient, kind)
);
create index on notice.notices (recipient, at desc);
comment on column notice.notices.event is 'what happened, by the telling room and its number; with recipient and kind it keeps anybody from being told twice';
comment on column notice.notices.words is 'sealed for the recipient';
