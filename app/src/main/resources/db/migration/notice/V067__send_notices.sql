create table notice.choices (
    subject    bigint primary key,
    language   text not null,
    channels   text[] not null,
    addresses  bytea not null,
    changed_at timestamptz not null
);
comment on column notice.choices.channels is 'in the order in which they are tried; the inbox is not among them, as it always has everything';
comment on column notice.choices.addresses is 'mail and phone, sealed for the subject';

create table notice.sendings (
    id           uuid primary key,
    notice       uuid not null references notice.notices,
    channel      text not null,
    state        text not null check (state in ('WAITING', 'SENT', 'DELIVERED', 'FAILED')),
    tries        int not null default 0,
    begun_at     timestamptz not null,
    due_at       timestamptz not null,
    leased_until timestamptz,
    outside_id   text,
    unique (notice, channel)
);
create index on notice.sendings (channel, due_at) where state = 'WAITING';
create index on notice.sendings (state, begun_at desc) where state in ('WAITING', 'FAILED');
create index on notice.sendings (channel, outside_id) where outside_id is not null;
comment on column notice.sendings.id is 'also the id towards the outside: whoever is given the same notice twice can tell by it';

create table notice.proofs (
    number  bigint generated always as identity primary key,
    sending uuid not null references notice.sendings,
    at      timestamptz not null,
    outcome text not null,
    said    text not null
);
create index on notice.proofs (sending);
comment on table notice.proofs is 'what each try and each receipt came to, in the words of whoever took or refused it';
