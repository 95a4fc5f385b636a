create table wallet.addresses (
    id      uuid primary key,
    owner   bigint not null,
    index   bytea not null,
    sealed  bytea not null,
    used_at timestamptz not null,
    unique (owner, index)
);
comment on column wallet.addresses.index is 'blind: the same address of one owner is kept once';
