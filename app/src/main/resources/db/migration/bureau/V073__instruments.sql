create table bureau.instruments (
    id   uuid primary key,
    kind text not null check (kind in ('REGULATION', 'STRATEGY', 'PLAN', 'STANDARD', 'MEASURE'))
);

create table bureau.instrument_versions (
    instrument  uuid not null references bureau.instruments,
    number      int not null,
    revision    int not null,
    title_zh    text not null,
    title_en    text not null,
    text_zh     text not null,
    text_en     text not null,
    links       text[] not null,
    stage       text not null check (stage in ('DRAFT', 'REVIEWED', 'APPROVED')),
    drafted_by  text not null,
    drafted_at  timestamptz not null,
    returned    text,
    reviewed_by text,
    reviewed_at timestamptz,
    approved_by text,
    approved_at timestamptz,
    force_from  date,
    force_until date,
    end_reason  text,
    primary key (instrument, number),
    check (stage = 'DRAFT' or reviewed_by <> drafted_by),
    check (stage <> 'APPROVED' or approved_by <> drafted_by and force_from is not null),
    check (force_until is null or force_until >= force_from)
);
comment on table bureau.instrument_versions is 'regulations, strategies, plans, standards and measures; every version is kept';
create unique index one_draft_at_a_time on bureau.instrument_versions (instrument) where stage <> 'APPROVED';

create table bureau.implementations (
    instrument uuid not null references bureau.instruments,
    department text not null,
    state      text not null check (state in ('NOT_CONCERNED', 'NOT_BEGUN', 'UNDER_WAY', 'IMPLEMENTED')),
    note       text not null,
    noted_by   text not null,
    noted_at   timestamptz not null,
    primary key (instrument, department, noted_at)
);
comment on table bureau.implementations is 'how far a department was on a day; the newest counts, all are kept';
