create table bureau.surveys (
    id       uuid primary key,
    asked_by text not null,
    asked_at timestamptz not null,
    seen_at  timestamptz,
    passed   bigint not null default 0,
    expected bigint not null default 0,
    compared_every int not null default 1,
    ended_at timestamptz,
    failed   boolean not null default false
);
comment on table bureau.surveys is 'passes over the pool that find out how good the data are; seen_at says that somebody works on it';
create unique index one_survey_at_a_time on bureau.surveys ((true)) where ended_at is null;

create table bureau.quality (
    survey     uuid not null references bureau.surveys on delete cascade,
    dataset    text not null,
    records    bigint not null,
    cells      bigint not null,
    filled     bigint not null,
    wrong      bigint not null,
    repeated   bigint not null,
    newest     timestamptz,
    median_age int not null,
    compared   bigint not null,
    agreed     bigint not null,
    primary key (survey, dataset)
);
comment on table bureau.quality is 'one line a data set and survey: counts, never values';
create index quality_of on bureau.quality (dataset);

create table bureau.quality_fields (
    survey  uuid not null references bureau.surveys on delete cascade,
    dataset text not null,
    field   text not null,
    filled  bigint not null,
    wrong   bigint not null,
    primary key (survey, dataset, field)
);
comment on table bureau.quality_fields is 'of the newest survey only';

create table bureau.quality_agreements (
    survey   uuid not null references bureau.surveys on delete cascade,
    dataset  text not null,
    other    text not null,
    field    text not null,
    compared bigint not null,
    agreed   bigint not null,
    primary key (survey, dataset, other, field)
);
comment on table bureau.quality_agreements is 'of the newest survey only';
