-- Each list that is read leaves a line with the numbers of up to fifty people. Their entries wait in the index's own list; when that was full, the
-- reader of that moment sorted in what thousands before had left: a tenth of a page's time. Now it holds so much that PostgreSQL's own
-- housekeeping (autovacuum) comes first. What waits is found all the same.
alter index privacy.list_read_cases set (gin_pending_list_limit = 65536);
alter index privacy.list_read_numbers set (gin_pending_list_limit = 65536);
