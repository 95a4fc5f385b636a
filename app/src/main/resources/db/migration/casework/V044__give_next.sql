create index cases_to_accept on casework.cases (deadline, submitted_at) where state = 'SUBMITTED';
create index cases_in_review on casework.cases (deadline, submitted_at) where state = 'IN_REVIEW';
