-- Whose data was seen in a time: asked when data may have been lost. The lines come in the order of time, so a small index tells where to look.
create index access_at on privacy.access using brin (at);
create index list_read_at on privacy.list_read using brin (at);
