create schema identity;

create table identity.accounts (
    username       text primary key,
    password_hash  text not null,
    subject        bigint,
    name_zh        text not null,
    name_en        text not null,
    roles          text[] not null,
    department     text,
    centre         text,
    card_index     bytea unique,
    card_code_hash text,
    created_at     timestamptz not null default now(),
    check ((subject is null) <> (department is null))
);
create index on identity.accounts (subject);

create table identity.card_attempts (
    device     text not null,
    card_index bytea not null,
    at         timestamptz not null,
    succeeded  boolean not null
);
create index on identity.card_attempts (card_index, at);
comment on table identity.card_attempts is 'attempts to sign in; at the sign-in page the device is "password" and the index that of the username';

create table identity.devices (
    id         text primary key,
    centre     text not null,
    key_hash   text not null,
    revoked_at timestamptz
);

create table identity.mandates (
    id          uuid primary key,
    principal   bigint not null,
    agent       bigint not null,
    agent_name  text not null,
    principal_name text not null,
    affairs     text[] not null,
    valid_from  date not null,
    valid_until date not null,
    given_at    timestamptz not null,
    revoked_at  timestamptz,
    check (valid_until >= valid_from)
);
create index on identity.mandates (principal);
create index on identity.mandates (agent);
comment on column identity.mandates.affairs is 'ids of affairs; empty means all';

create table identity.subject_keys (
    subject bigint primary key,
    wrapped bytea not null
);

create table identity.secrets (
    name  text primary key,
    value bytea not null
);
comment on table identity.secrets is 'values are sealed with the master key';

create table identity.spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index on identity.spring_session (expiry_time);
create index on identity.spring_session (principal_name);

create table identity.spring_session_attributes (
    session_primary_id char(36) not null references identity.spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
