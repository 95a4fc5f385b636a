alter table casework.outbox add column transaction bigint not null default pg_current_xact_id()::text::bigint;
create index on casework.outbox using brin (transaction) with (pages_per_range = 16, autosummarize = on);
comment on column casework.outbox.transaction is 'readers go by (transaction, number) up to the oldest one still running, so that no row comes up behind their cursor';
