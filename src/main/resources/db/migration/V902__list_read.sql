-- Who was shown a list of people, and whom it showed; appended in the transaction of the reading. One row a list: a work list of twenty
-- is read thousands of times a day. Whom it showed stands in arrays, so that "who has seen this person" finds it by an index.
create table privacy.list_read (
    id        bigint generated always as identity primary key,
    at        timestamptz  not null,
    person_id varchar(200) not null,
    name      varchar(200) not null,
    office    varchar(40),
    role      varchar(40)  not null,
    list      varchar(60)  not null,
    leaves    boolean      not null,
    filter    jsonb        not null default '{}',
    people    integer      not null,
    cases     bigint[]     not null,
    numbers   text[]       not null
);
create index list_read_cases on privacy.list_read using gin (cases);
create index list_read_numbers on privacy.list_read using gin (numbers);
create index list_read_person on privacy.list_read (person_id, at);
