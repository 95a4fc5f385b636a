-- While a law forbids to tell somebody that a department looks at her data, those looks are kept from her; they are shown when it ends. The log holds them all the time.
create table audit.restrictions (
    id         uuid primary key,
    subject    bigint not null,
    department text not null,
    file       text not null,
    ground     text not null,
    asked_by   text not null,
    asked_at   timestamptz not null,
    until      date not null,
    decided_by text,
    decided_at timestamptz,
    granted    boolean,
    words      text,
    ends_at    timestamptz,
    check ((decided_at is null) = (granted is null) and (decided_at is null) = (decided_by is null)),
    check ((granted is true) = (ends_at is not null)),
    check (decided_by <> asked_by)
);
create index on audit.restrictions (subject, department) where granted;
create unique index one_at_a_time on audit.restrictions (subject, department) where granted is null;
comment on column audit.restrictions.ends_at is 'when the subject may read of it: the end of its last day, or when it was lifted';

-- Looks of that department's staff after it was granted.
create function audit.covers(r audit.restrictions, e audit.entries) returns boolean language sql immutable
    return e.subject = r.subject and e.department = r.department and e.actor like 'staff:%' and e.at >= r.decided_at and e.at < r.ends_at;
