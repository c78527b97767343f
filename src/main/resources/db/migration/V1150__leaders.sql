-- Codes that went to a holder's own telephone. As with passes: only their hash, over the link's secret and the code.
create table sharing.sign_in_code (
    id      bigint      generated always as identity primary key,
    pass_id bigint      not null references sharing.pass (id),
    hash    bytea       not null,
    made_at timestamptz not null,
    ends_at timestamptz not null
);
create index sign_in_code_of_pass on sharing.sign_in_code (pass_id, id);

alter table sharing.pass_line drop constraint pass_line_what_check;
alter table sharing.pass_line add constraint pass_line_what_check check (what in
    ('OPENED', 'WRONG_CODE', 'UNKNOWN', 'REVOKED', 'EXPIRED', 'USED', 'LOCKED', 'WRONG_NUMBER', 'CODE_SENT', 'CODE_ENDED'));

-- 町内会長・班長・民生委員 who have no account of the city, one row for each term: whoever is chosen again signs the pledge again.
create table sharing.leader (
    id              bigint       generated always as identity primary key,
    kind            text         not null check (kind in ('NEIGHBOURHOOD', 'WELFARE_COMMISSIONER')),
    rank            text         not null check (rank in ('LEADER', 'GROUP_HEAD')),
    association     varchar(120) not null,
    name            varchar(120) not null,
    phone           text         not null check (phone ~ '^0[0-9]{9,10}$'),
    postal_code     varchar(10)  not null,
    address         varchar(200) not null,
    areas           text[]       not null check (cardinality(areas) > 0),
    -- of a 班: how the addresses of its homes begin; without one nobody is seen
    blocks          text[]       not null,
    from_day        date         not null,
    to_day          date         not null check (to_day >= from_day),
    -- 災害対策基本法49条の13, 49条の17: no name before it
    pledge_version  int,
    pledged_at      timestamptz,
    ended_at        timestamptz,
    ended_why       text         check (ended_why in ('TERM', 'BEFORE_TERM')),
    changed_at      timestamptz  not null,
    changed_by      varchar(200) not null,
    check (rank = 'LEADER' or kind = 'NEIGHBOURHOOD' and cardinality(blocks) > 0)
);
create index leader_terms on sharing.leader (to_day) where ended_at is null;

-- What each of them has on paper: the sheet for signing in, and lists. It comes back with the end of the term.
create table sharing.leader_paper (
    id         bigint       generated always as identity primary key,
    leader_id  bigint       not null references sharing.leader (id),
    no         int          not null,
    what       text         not null check (what in ('CODE', 'LIST')),
    people     int,
    printed_at timestamptz  not null,
    printed_by varchar(200) not null,
    handed_at  timestamptz,
    handed_by  varchar(200),
    ended_at   timestamptz,
    ended_how  text         check (ended_how in ('RETURNED', 'DESTROYED', 'LOST')),
    ended_by   varchar(200),
    unique (leader_id, no)
);

-- What was done with whom, appended; the pledge above all.
create table sharing.leader_line (
    id        bigint       generated always as identity primary key,
    at        timestamptz  not null,
    leader_id bigint       not null references sharing.leader (id),
    what      text         not null check (what in ('ENTERED', 'TELEPHONE_CHANGED', 'PLEDGED', 'ENDED', 'CODE_PRINTED', 'LIST_PRINTED', 'PAPER_HANDED', 'PAPER_RETURNED',
        'PAPER_DESTROYED', 'PAPER_LOST')),
    detail    text,
    by_id     varchar(200) not null,
    by_name   varchar(200) not null
);
create index leader_line_of on sharing.leader_line (leader_id, id);
select evidence.keep('sharing.leader_line', 'at');

-- Several kinds of promises, each with versions of its own.
alter table sharing.promise add column kind text not null default 'SUPPORTER';
alter table sharing.promise alter column kind drop default;
alter table sharing.promise drop constraint promise_pkey;
alter table sharing.promise add primary key (kind, version, language);
