-- Whose plans the file holds: it is asked again, and told in the log, when the file is fetched.
alter table signing.print_batch add column cases bigint[];
