-- Who is not signed in may throw her draft away, too.
alter table casework.cases drop constraint cases_check;
alter table casework.cases add constraint cases_have_an_applicant check (applicant is not null or state in ('DRAFT', 'DISCARDED'));
