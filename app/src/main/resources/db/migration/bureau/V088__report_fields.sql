-- Somebody says that a field of a record about her is wrong: the department that holds it looks into it.
create table bureau.field_reports (
    id          uuid primary key,
    subject     bigint not null,
    reported_by text not null,
    dataset     text not null,
    record      text not null,
    field       text not null,
    department  text not null,
    opened_at   timestamptz not null,
    due         date not null,
    held        bytea not null,
    said        bytea not null,
    register_was_wrong boolean,
    remark      bytea,
    closed_by   text,
    closed_at   timestamptz,
    check ((closed_at is null) = (register_was_wrong is null) and (closed_at is null) = (remark is null))
);
comment on table bureau.field_reports is 'what the register holds, what she says and what the department answers are sealed for the subject';
create unique index one_report_a_field on bureau.field_reports (subject, dataset, record, field) where closed_at is null;
create index field_reports_of on bureau.field_reports (subject, opened_at);
create index field_reports_open on bureau.field_reports (department, due) where closed_at is null;
