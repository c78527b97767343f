create schema if not exists review;

-- What was decided stays as it was decided. Erasing at the end of the retention period announces itself.
create function review.stays_as_written() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('michishirube.erasing', true) = 'on' then
        return old;
    end if;
    raise exception 'review.% is append-only', tg_table_name;
end $$;

-- One decision for each submission: the constraint, not a check before, keeps a case from being returned twice.
create table review.round (
    id              bigint generated always as identity primary key,
    case_id         bigint       not null references casefile.casefile (id),
    version         int          not null,
    decision        varchar(10)  not null check (decision in ('RETURNED', 'APPROVED')),
    note            text,
    opens_all       boolean      not null default false,
    decided_by      varchar(100) not null,
    decided_by_name varchar(200) not null,
    decided_at      timestamptz  not null,
    unique (case_id, version)
);

-- A remark belongs to the submission it was made on; it is the office's business once that submission is decided.
create table review.remark (
    id           bigint generated always as identity primary key,
    case_id      bigint       not null references casefile.casefile (id),
    version      int          not null,
    pointer      varchar(300) not null,
    kind         varchar(12)  not null check (kind in ('WRONG', 'MISSING', 'UNCLEAR', 'SUGGESTION')),
    text         text         not null,
    proposed     text,
    made_by      varchar(100) not null,
    made_by_name varchar(200) not null,
    made_at      timestamptz  not null
);
create index on review.remark (case_id, version);

-- The thread below a remark. Its state is the newest entry that is no reply.
create table review.entry (
    id        bigint generated always as identity primary key,
    remark_id bigint       not null references review.remark (id) on delete cascade,
    kind      varchar(12)  not null check (kind in ('REPLY', 'CHANGED', 'ACCEPTED', 'KEPT', 'CLOSED', 'WITHDRAWN')),
    text      text,
    from_city boolean      not null,
    made_by   varchar(100) not null,
    made_by_name varchar(200) not null,
    made_at   timestamptz  not null
);
create index on review.entry (remark_id);

create table review.confirmation (
    case_id      bigint       not null references casefile.casefile (id),
    version      int          not null,
    note         text,
    made_by      varchar(100) not null,
    made_by_name varchar(200) not null,
    made_at      timestamptz  not null,
    primary key (case_id, version)
);

create trigger stays before update or delete on review.round for each row execute function review.stays_as_written();
create trigger stays before update or delete on review.remark for each row execute function review.stays_as_written();
create trigger stays before update or delete on review.entry for each row execute function review.stays_as_written();
create trigger stays before update or delete on review.confirmation for each row execute function review.stays_as_written();
