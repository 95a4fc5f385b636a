-- What people looked for in vain, and the words editors took from it.
create schema search;

create table search.missed (
    id        uuid primary key,
    text      text not null,
    language  text not null check (language in ('zh', 'en')),
    source    text not null check (source in ('SEARCH', 'ASSISTANT_UNSURE', 'ASSISTANT_POOR')),
    times     integer not null default 1,
    first_at  timestamptz not null,
    last_at   timestamptz not null,
    set_aside_by text,
    unique (text, language, source)
);
create index on search.missed (last_at) where set_aside_by is null;
comment on table search.missed is 'kept for ninety days, without long numbers and addresses, without who asked';

create table search.sayings (
    affair    text not null,
    language  text not null check (language in ('zh', 'en')),
    text      text not null,
    added_by  text not null,
    added_at  timestamptz not null,
    primary key (language, text)
);
comment on table search.sayings is 'a query and the affair it must find first; read besides catalogue/sayings.tsv';
