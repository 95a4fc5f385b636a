-- What editors work on: one draft an affair. `revision` counts every save, publication and dismissal, so that nobody overwrites another's work.
create table catalogue.drafts (
    affair text primary key,
    revision integer not null check (revision > 0),
    open boolean not null
);

-- Every text that was saved, also those which a later save replaced.
create table catalogue.draft_saves (
    affair text not null references catalogue.drafts,
    revision integer not null,
    based_on text,
    yaml text not null,
    note text not null,
    editor text not null,
    editor_name text not null,
    saved_at timestamptz not null,
    primary key (affair, revision)
);

-- From which day on which text is in force: the latest day that has come; of one day's, the last published.
create table catalogue.editions (
    number bigint generated always as identity primary key,
    affair text not null,
    version text not null,
    in_force_from date not null,
    published_at timestamptz not null,
    publisher text not null,
    publisher_name text not null,
    editor text not null,
    editor_name text not null,
    why text not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    foreign key (affair, version) references catalogue.versions
);

create index editions_of_affair on catalogue.editions (affair, in_force_from desc, number desc);
