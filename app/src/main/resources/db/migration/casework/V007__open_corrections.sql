-- What a resident said otherwise than a register: the department that holds it looks into it.
create table casework.corrections (
    id          uuid primary key,
    case_id     uuid not null references casework.cases,
    question    text not null,
    dataset     text not null,
    department  text not null,
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    closed_by   text,
    register_was_wrong boolean,
    remark      text,
    unique (case_id, question),
    check ((closed_at is null) = (register_was_wrong is null))
);
create index on casework.corrections (department, opened_at) where closed_at is null;
comment on table casework.corrections is 'the values themselves stand, sealed, in the case';
