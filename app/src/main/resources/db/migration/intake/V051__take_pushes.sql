-- Departments push batches, signed with keys of their own.
create table intake.push_keys (
    id            text primary key check (length(id) <= 64),
    department    text not null,
    name          text not null check (length(name) between 1 and 100),
    public_key    bytea not null unique,
    registered_by text not null,
    registered_at timestamptz not null,
    revoked_by    text,
    revoked_at    timestamptz
);
comment on table intake.push_keys is 'Ed25519 keys, of which the department keeps the private half';

create table intake.push_nonces (
    key     text not null references intake.push_keys (id),
    nonce   text not null check (length(nonce) between 8 and 64),
    used_at timestamptz not null,
    primary key (key, nonce)
);
create index on intake.push_nonces (used_at);

create table intake.push_answers (
    connector text not null,
    batch     text not null check (length(batch) between 1 and 64),
    digest    bytea not null,
    answer    jsonb not null,
    at        timestamptz not null,
    primary key (connector, batch)
);
create index on intake.push_answers (at);
comment on table intake.push_answers is 'the first answer to each batch, kept for ninety days; a repeated batch gets it again';
