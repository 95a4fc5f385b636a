create schema centre;

create table centre.numbers (
    centre text not null,
    day    date not null,
    last   int not null check (last > 0),
    primary key (centre, day)
);
comment on table centre.numbers is 'the last ticket number given out in a centre on a day';

create table centre.tickets (
    id          uuid primary key,
    centre      text not null,
    day         date not null,
    number      int not null check (number > 0),
    priority    text not null check (priority in ('NONE', 'ELDER', 'PREGNANT', 'DISABLED')),
    affair      text check (length(affair) <= 100),
    taken_at    timestamptz not null,
    queued_at   timestamptz not null,
    called_by   text,
    window_no   int,
    called_at   timestamptz,
    finished_at timestamptz,
    outcome     text check (outcome in ('SERVED', 'DID_NOT_COME')),
    unique (centre, day, number),
    check ((called_at is null) = (called_by is null) and (called_at is null) = (window_no is null)),
    check ((finished_at is null) = (outcome is null)),
    check (finished_at is null or called_at is not null)
);
comment on column centre.tickets.queued_at is 'the place in the queue: when it was taken, or earlier for those with priority';
create index tickets_waiting on centre.tickets (centre, day, queued_at, number) where called_at is null;
create index tickets_called on centre.tickets (centre, day, called_at) where called_at is not null;
create unique index tickets_one_a_window on centre.tickets (centre, day, window_no) where called_at is not null and finished_at is null;
create unique index tickets_one_a_clerk on centre.tickets (day, called_by) where called_at is not null and finished_at is null;
