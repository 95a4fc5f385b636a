-- Who asks for the next case passes over those that are held without looking at each of them.
alter table casework.cases add column held_until timestamptz;
comment on column casework.cases.held_until is 'while it waits to be accepted: how long somebody holds it';
drop index casework.cases_to_accept;
create index cases_to_accept on casework.cases (deadline, submitted_at) where state = 'SUBMITTED' and held_until is null;
create index cases_held on casework.cases (held_until) where state = 'SUBMITTED' and held_until is not null;

alter table casework.reviews add column deadline date, add column submitted_at timestamptz, add column held_until timestamptz;
comment on column casework.reviews.deadline is 'that of the case, for the order in which a department gets them';
update casework.reviews r set deadline = c.deadline, submitted_at = c.submitted_at from casework.cases c where c.id = r.case_id;
drop index casework.reviews_department_idx;
create index reviews_to_give on casework.reviews (department, deadline, submitted_at) where opinion is null and held_until is null;
create index reviews_held on casework.reviews (held_until) where opinion is null and held_until is not null;
drop index casework.cases_in_review;
create index reviews_open on casework.reviews (department) where opinion is null;

create function casework.follow_deadline() returns trigger language plpgsql as $$
begin
    update casework.reviews set deadline = new.deadline where case_id = new.id and opinion is null;
    return null;
end
$$;
create trigger reviews_follow_the_deadline after update of deadline on casework.cases for each row
    when (old.deadline is distinct from new.deadline and new.state = 'IN_REVIEW') execute function casework.follow_deadline();

create index on casework.leases (staff);

-- A change of the case alone need not touch its indexes.
drop index casework.cases_applicant_updated_at_idx;
drop index casework.cases_subject_updated_at_idx;
drop index casework.cases_representative_updated_at_idx;
create index on casework.cases (applicant);
create index on casework.cases (subject) where subject is not null;
create index on casework.cases (representative) where representative is not null;
alter table casework.cases set (fillfactor = 80);
alter table casework.reviews set (fillfactor = 80);
alter table desk.answers set (fillfactor = 70);
