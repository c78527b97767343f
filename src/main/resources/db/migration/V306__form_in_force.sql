-- Which form new plans begin with, so that a start with a mistake in the file can go on with the last good one.
alter table plan.form add column in_force_at timestamptz;
update plan.form set in_force_at = kept_at;
