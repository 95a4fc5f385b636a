create schema audit;

create table audit.entries (
    number     bigint generated always as identity primary key,
    id         uuid not null unique,
    at         timestamptz not null,
    actor      text not null,
    actor_name text not null,
    department text,
    portal     text not null,
    act        text not null,
    subject    bigint,
    case_id    uuid,
    purpose    text,
    dataset    text,
    fields     text[],
    outcome    text not null
);
create index on audit.entries (subject, number) where dataset is not null;
create index on audit.entries (case_id);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only';
end
$$;
create trigger entries_are_kept before update or delete on audit.entries for each row execute function audit.refuse_change();
create trigger entries_are_kept_whole before truncate on audit.entries for each statement execute function audit.refuse_change();
