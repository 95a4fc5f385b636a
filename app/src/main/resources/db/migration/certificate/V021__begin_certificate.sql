create schema certificate;

create table certificate.keys (
    id             int generated always as identity primary key,
    public_key     bytea not null,
    sealed_private bytea not null,
    made_at        timestamptz not null,
    retired_at     timestamptz
);
create unique index one_key_in_use on certificate.keys ((true)) where retired_at is null;

create sequence certificate.numbers;

create table certificate.certificates (
    id            uuid primary key,
    number        text not null unique,
    code_index    bytea not null unique,
    case_id       uuid not null unique,
    department    text not null,
    sealed_for    bigint not null,
    content       bytea not null,
    key           int not null references certificate.keys,
    signature     bytea not null,
    issued_at     timestamptz not null,
    valid_until   date,
    revoked_at    timestamptz,
    revoked_by    text,
    revoked_why   text,
    result_record bytea,
    pooled_at     timestamptz,
    pool_fault    text,
    check ((revoked_at is null) = (revoked_why is null))
);
create index on certificate.certificates (issued_at) where result_record is not null and pooled_at is null and pool_fault is null;
comment on column certificate.certificates.code_index is 'blind index of the verification code; the code itself is in the sealed content';
comment on column certificate.certificates.content is 'the signed statement as JSON, sealed for the subject';
comment on column certificate.certificates.result_record is 'what goes back into the pool, sealed for the subject; null if nothing does';
