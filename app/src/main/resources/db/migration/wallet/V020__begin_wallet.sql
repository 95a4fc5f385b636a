create schema wallet;

create table wallet.documents (
    id            uuid primary key,
    owner         bigint not null,
    type          text not null,
    kind          text not null,
    size          bigint not null,
    address       bytea not null,
    sealed        bytea not null,
    handed_in_at  timestamptz not null,
    handed_in_by  text not null,
    portal        text not null,
    case_id       uuid,
    valid_until   date,
    withdrawn_at  timestamptz
);
create unique index one_document_once on wallet.documents (owner, type, address) where withdrawn_at is null;
create index on wallet.documents (owner, handed_in_at desc);
create index on wallet.documents (address);
comment on column wallet.documents.address is 'keyed hash of owner and content; the name of the sealed file';
comment on column wallet.documents.sealed is 'SHA-256 of the content (32 bytes), then the file name, sealed with the owner''s key';
