-- Who was told that a case's time runs out or is over: each once for a deadline, however often one looks.
create table casework.alarms (
    case_id  uuid not null references casework.cases,
    deadline date not null,
    step     text not null check (step in ('WARNED', 'HEAD', 'CITY')),
    at       timestamptz not null,
    primary key (case_id, deadline, step)
);
comment on table casework.alarms is 'those of an earlier deadline stay: a deadline that moved is watched anew';
