create schema sharing;

create table sharing.grants (
    purpose     text not null,
    dataset     text not null,
    fields      text[] not null,
    ground      text not null,
    granted_at  timestamptz not null,
    valid_until date,
    revoked_at  timestamptz,
    primary key (purpose, dataset)
);
comment on table sharing.grants is 'which data set and fields may be read for which affair; what is not listed is refused';
