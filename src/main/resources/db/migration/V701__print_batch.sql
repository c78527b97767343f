-- Printing of many plans as one file, in the background.
create table signing.print_batch (
    id         bigint generated always as identity primary key,
    person     text not null,
    total      int not null,
    done       int not null default 0,
    skipped    int not null default 0,
    state      text not null check (state in ('RUNNING', 'READY', 'FAILED')),
    content    bytea,
    started_at timestamptz not null
);
create index print_batch_person on signing.print_batch (person, id desc);
