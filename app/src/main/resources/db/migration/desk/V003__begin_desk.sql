create schema desk;

create table desk.answers (
    actor      text not null,
    operation  text not null,
    key        uuid not null,
    at         timestamptz not null,
    type       text not null,
    answer     jsonb not null,
    primary key (actor, operation, key)
);
comment on table desk.answers is 'the first answer to each idempotency key, given again to a repeated call';
