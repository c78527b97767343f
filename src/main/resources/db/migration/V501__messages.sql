-- Questions between office and city on a case, before and after submission.
create table review.message (
    id           bigint generated always as identity primary key,
    case_id      bigint       not null references casefile.casefile (id),
    pointer      varchar(300),
    text         text         not null,
    from_city    boolean      not null,
    made_by      varchar(100) not null,
    made_by_name varchar(200) not null,
    made_at      timestamptz  not null
);
create index on review.message (case_id, id);

create table review.attachment (
    id         bigint generated always as identity primary key,
    message_id bigint       not null references review.message (id) on delete cascade,
    name       varchar(200) not null,
    type       varchar(60)  not null,
    size       int          not null,
    bytes      bytea        not null
);
create index on review.attachment (message_id);

create table review.message_read (
    message_id  bigint       not null references review.message (id) on delete cascade,
    person_id   varchar(100) not null,
    person_name varchar(200) not null,
    read_at     timestamptz  not null,
    primary key (message_id, person_id)
);

create trigger stays before update or delete on review.message for each row execute function review.stays_as_written();
create trigger stays before update or delete on review.attachment for each row execute function review.stays_as_written();
