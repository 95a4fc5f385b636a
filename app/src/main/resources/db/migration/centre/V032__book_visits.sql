create table centre.slots (
    centre text not null,
    day    date not null,
    begins time not null,
    taken  int not null check (taken >= 0),
    primary key (centre, day, begins)
);
comment on table centre.slots is 'how many have booked a time in a centre; how many may is worked out from its windows';

create table centre.bookings (
    id           uuid primary key,
    subject      bigint not null,
    centre       text not null,
    day          date not null,
    begins       time not null,
    affair       text check (length(affair) <= 100),
    booked_at    timestamptz not null,
    cancelled_at timestamptz,
    ticket       uuid references centre.tickets (id),
    check (cancelled_at is null or ticket is null)
);
comment on column centre.bookings.ticket is 'the number taken on arrival';
create index bookings_of on centre.bookings (subject, day) where cancelled_at is null;
create index bookings_at on centre.bookings (centre, day, begins) where cancelled_at is null;

alter table centre.tickets drop constraint tickets_priority_check;
alter table centre.tickets add constraint tickets_priority_check check (priority in ('NONE', 'ELDER', 'PREGNANT', 'DISABLED', 'BOOKED'));
