create table sharing.requests (
    id          uuid primary key,
    purpose     text not null check (length(purpose) <= 100),
    dataset     text not null,
    owner       text not null,
    fields      text[] not null check (cardinality(fields) > 0),
    ground      text not null check (length(ground) between 1 and 300),
    reason      text not null check (length(reason) between 1 and 1000),
    valid_until date,
    department  text not null,
    asked_by    text not null,
    asked_at    timestamptz not null,
    state       text not null default 'OPEN' check (state in ('OPEN', 'GRANTED', 'DECLINED', 'WITHDRAWN')),
    decided_by  text,
    decided_at  timestamptz,
    answer      text check (length(answer) <= 1000),
    check ((state = 'OPEN') = (decided_at is null))
);
comment on table sharing.requests is 'what departments asked of each other for their affairs; kept as it was decided';
create unique index one_open_request on sharing.requests (purpose, dataset) where state = 'OPEN';
create index requests_to on sharing.requests (owner, asked_at);
create index requests_of on sharing.requests (department, asked_at);

alter table sharing.grants drop constraint grants_pkey;
alter table sharing.grants
    add column id uuid primary key default gen_random_uuid(),
    add column request uuid unique references sharing.requests (id),
    add column revoked_by text,
    add column revoked_reason text check (length(revoked_reason) <= 1000);
create unique index grants_begun_with on sharing.grants (purpose, dataset) where request is null;
create index grants_of on sharing.grants (dataset, purpose);
comment on column sharing.grants.request is 'how it was decided; null for what the city began with';
