-- What a person searched for by name stands in no address line, where proxies and histories keep it: the address bears an id instead.
create table casefile.kept_search (
    id     text        primary key,
    person text        not null,
    words  text        not null,
    at     timestamptz not null,
    unique (person, words)
);
