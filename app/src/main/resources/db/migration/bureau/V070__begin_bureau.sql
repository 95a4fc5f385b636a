create schema bureau;

create table bureau.read_enquiries (
    id          uuid primary key,
    entry       bigint not null unique,
    subject     bigint not null,
    asked_by    text not null,
    asked_at    timestamptz not null,
    due         date not null,
    words       bytea not null,
    finding     text check (finding in ('RIGHTFUL', 'MISTAKEN', 'UNLAWFUL')),
    answer      bytea,
    answered_by text,
    answered_at timestamptz,
    check ((finding is null) = (answer is null) and (finding is null) = (answered_at is null))
);
comment on table bureau.read_enquiries is 'residents who ask why somebody looked at their data; words and answers are sealed for the subject';
create index enquiries_of on bureau.read_enquiries (subject);
create index enquiries_open on bureau.read_enquiries (due) where finding is null;
