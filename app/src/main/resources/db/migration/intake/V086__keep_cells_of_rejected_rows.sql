-- A rejected row can be tried again where it was taken apart before it was sealed.
alter table intake.rejected_rows add column form text not null default 'raw' check (form in ('raw', 'cells', 'ended'));
comment on column intake.rejected_rows.form is 'raw: as it came; cells: its columns with their values as JSON; ended: likewise, and its record ended';
create index rejected_again on intake.rejected_rows (connector, version nulls first) where righted_at is null and form <> 'raw';
