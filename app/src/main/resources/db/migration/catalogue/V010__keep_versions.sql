create schema if not exists catalogue;

-- Every published text of an affair's file: cases are pinned to one of them.
create table catalogue.versions (
    affair text not null,
    version text not null check (version ~ '^[0-9a-f]{16}$'),
    published_at timestamptz not null,
    yaml text not null,
    primary key (affair, version)
);
