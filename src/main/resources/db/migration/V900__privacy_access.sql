create schema if not exists privacy;

-- Who read what of a case; appended in the transaction of the reading.
create table privacy.access (
    id        bigint generated always as identity primary key,
    at        timestamptz  not null,
    case_id   bigint       not null references casefile.casefile(id),
    person_id varchar(200) not null,
    name      varchar(200) not null,
    office    varchar(40),
    role      varchar(40)  not null,
    what      varchar(100) not null
);
create index access_of_case on privacy.access (case_id, id desc);
create index access_of_person on privacy.access (person_id, at);
