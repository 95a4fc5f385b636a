create schema delivery;

create sequence delivery.items as bigint minvalue 1 maxvalue 99999999;

create sequence delivery.batch_numbers as bigint;

create table delivery.batches (
    id        uuid primary key,
    number    bigint not null unique,
    centre    text not null,
    closed_at timestamptz not null,
    closed_by text not null,
    items     integer not null
);
create index on delivery.batches (centre, closed_at);

create table delivery.deliveries (
    id          uuid primary key,
    case_id     uuid not null,
    case_number text not null,
    affair      text not null,
    subject     bigint not null,
    way         text not null,
    state       text not null,
    centre      text not null,
    item        text unique,
    sealed      bytea not null,
    code_index  bytea,
    fee         numeric(8, 2) not null,
    batch       uuid references delivery.batches,
    ordered_at  timestamptz not null,
    changed_at  timestamptz not null
);
create unique index on delivery.deliveries (case_id) where state not in ('CANCELLED', 'RETURNED', 'LOST');
create index on delivery.deliveries (case_id);
create index on delivery.deliveries (centre, state);
create unique index on delivery.deliveries (centre, code_index) where state = 'READY';
create index on delivery.deliveries (batch);
comment on column delivery.deliveries.subject is 'who ordered it; the address and the code are sealed for her';
comment on index delivery.deliveries_case_id_idx is 'a paper is on its way once';

create table delivery.steps (
    number      bigint generated always as identity primary key,
    delivery    uuid not null references delivery.deliveries,
    state       text not null,
    at          timestamptz not null,
    received_at timestamptz not null,
    source      text not null,
    event_id    text,
    sealed      bytea,
    moved       boolean not null,
    transaction bigint not null default pg_current_xact_id()::text::bigint,
    unique (source, event_id)
);
create index on delivery.steps (delivery);
create index on delivery.steps (transaction, number) where moved;
comment on column delivery.steps.at is 'when it happened, as its source says; what came late does not move a delivery back';
comment on column delivery.steps.event_id is 'the carrier''s own: the same event is taken once';
comment on column delivery.steps.sealed is 'place and who signed, for the subject';

create table delivery.messages (
    id           uuid primary key,
    kind         text not null,
    about        uuid not null,
    state        text not null default 'WAITING',
    tries        integer not null default 0,
    due_at       timestamptz not null,
    leased_until timestamptz,
    said         text not null default '',
    unique (kind, about)
);
create index on delivery.messages (due_at) where state = 'WAITING';
comment on table delivery.messages is 'what the carrier is to be told; told again under the same id until it answers';
