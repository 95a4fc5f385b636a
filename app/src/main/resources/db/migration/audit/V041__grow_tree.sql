alter table audit.entries add column salt bytea not null default uuid_send(gen_random_uuid());
comment on column audit.entries.salt is 'hashed with the entry, so that a leaf of the tree tells nothing of it';

create table audit.tree (
    one    boolean primary key default true check (one),
    size   bigint not null default 0 check (size >= 0),
    latest bigint not null default 0
);
comment on column audit.tree.latest is 'the greatest number of an entry looked at so far';
insert into audit.tree default values;

create table audit.gaps (
    number  bigint primary key,
    horizon xid8 not null,
    seen_at timestamptz not null default clock_timestamp()
);
comment on table audit.gaps is 'numbers passed over: of transactions that were still running, or that were rolled back';

create table audit.tiles (
    level    smallint not null,
    number   bigint not null,
    hashes   bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
    entries  bigint[],
    least    bigint,
    greatest bigint,
    primary key (level, number),
    check ((level = 0) = (entries is not null))
);
comment on table audit.tiles is 'the Merkle tree: 256 hashes a tile, of leaves at level 0 and of whole tiles of the level below elsewhere';
create index tiles_by_entry on audit.tiles (greatest) where level = 0;

create table audit.checkpoints (
    size      bigint primary key,
    root      bytea not null check (length(root) = 32),
    at        timestamptz not null,
    signature bytea not null check (length(signature) = 64)
);
create trigger checkpoints_are_kept before update or delete on audit.checkpoints for each row execute function audit.refuse_change();
create trigger checkpoints_are_kept_whole before truncate on audit.checkpoints for each statement execute function audit.refuse_change();
