-- Days whose head stands in the folder that is kept apart: what could not be written there is written later, day by day.
create table evidence.kept_apart (
    day date        primary key references evidence.head,
    at  timestamptz not null
);
insert into evidence.kept_apart select day, made from evidence.head;
