create schema casework;

create table casework.bundles (
    id         uuid primary key,
    life_event text not null,
    created_at timestamptz not null
);

create table casework.cases (
    id              uuid primary key,
    number          text unique,
    affair          text not null,
    affair_version  text not null,
    state           text not null,
    sealed_for      bigint not null,
    subject         bigint,
    applicant       bigint,
    representative  bigint,
    visitor         uuid,
    bundle          uuid references casework.bundles,
    depends_on      uuid[] not null default '{}',
    portal          text not null,
    centre          text,
    stage           int not null default -1,
    row_version     int not null default 0,
    content         bytea not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    submitted_at    timestamptz,
    deadline        date,
    check (applicant is not null or state = 'DRAFT'),
    check (number is not null or state in ('DRAFT', 'DISCARDED'))
);
create index on casework.cases (applicant, updated_at desc);
create index on casework.cases (subject, updated_at desc);
create index on casework.cases (representative, updated_at desc);
create index on casework.cases (state, deadline) where state in ('SUBMITTED', 'IN_REVIEW', 'SUPPLEMENT');
comment on column casework.cases.sealed_for is 'the subject under whose key content and event details are sealed; 0 for an anonymous draft';

create table casework.events (
    case_id    uuid not null references casework.cases,
    number     int not null,
    at         timestamptz not null,
    type       text not null,
    actor      text not null,
    actor_name text not null,
    department text,
    portal     text not null,
    detail     bytea not null,
    primary key (case_id, number)
);

create table casework.reviews (
    case_id    uuid not null references casework.cases,
    stage      int not null,
    department text not null,
    opinion    text,
    given_by   text,
    given_at   timestamptz,
    primary key (case_id, stage, department)
);
create index on casework.reviews (department) where opinion is null;

create table casework.leases (
    case_id    uuid not null references casework.cases,
    department text not null,
    staff      text not null,
    staff_name text not null,
    until      timestamptz not null,
    primary key (case_id, department)
);
comment on table casework.leases is 'one a department, so that departments working in parallel do not wait for each other';

create sequence casework.numbers;

create table casework.outbox (
    number  bigint generated always as identity primary key,
    at      timestamptz not null,
    type    text not null,
    case_id uuid not null
);
comment on table casework.outbox is 'one row an event, in the act''s transaction; readers keep their own cursors';
