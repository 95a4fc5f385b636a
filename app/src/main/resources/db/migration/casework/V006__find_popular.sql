-- Which affairs people hand in most, of late.
create index on casework.cases (submitted_at, affair) where submitted_at is not null;
