create table bureau.savings (
    affair        text not null,
    requirement   text not null,
    dataset       text not null,
    document      text not null,
    precedents    text[] not null,
    foreseen      boolean not null,
    circumstances numeric not null,
    accepted      numeric not null,
    cases         bigint not null,
    examined      int not null,
    people        bigint not null,
    worked_out_at timestamptz not null,
    primary key (affair, requirement, dataset)
);
comment on table bureau.savings is 'what sharing a data set for an affair would spare people; worked out daily, the newest only';

create table bureau.plan_lines (
    id          uuid primary key,
    year        int not null,
    quarter     int not null check (quarter between 1 and 4),
    affair      text not null,
    requirement text not null,
    dataset     text not null,
    department  text not null,
    people      bigint not null,
    adopted_by  text not null,
    adopted_on  date not null,
    granted_on  date,
    read_on     date,
    dropped_by  text,
    dropped_on  date,
    drop_reason text,
    check ((dropped_on is null) = (drop_reason is null))
);
comment on table bureau.plan_lines is 'what a department promises to share by a quarter, and the days on which it was seen to be so';
create unique index promised_once on bureau.plan_lines (affair, requirement, dataset) where dropped_on is null;
create index plan_of on bureau.plan_lines (year);
