create table centre.staff_calls (
    id          uuid primary key,
    centre      text not null,
    device      text not null,
    called_at   timestamptz not null,
    answered_at timestamptz,
    answered_by text,
    check ((answered_at is null) = (answered_by is null))
);
comment on table centre.staff_calls is 'somebody at a self-service machine asks for a person; names the machine and nobody else';
create unique index staff_calls_one_open on centre.staff_calls (device) where answered_at is null;
create index staff_calls_open on centre.staff_calls (centre, called_at) where answered_at is null;
