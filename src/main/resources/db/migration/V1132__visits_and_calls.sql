-- Visits and calls that somebody has to make: from those without an answer, those who call for help, and every injury. The result is an answer.
create table safety.errand (
    id        bigint generated always as identity primary key,
    event_id  bigint       not null references safety.event (id),
    asked_id  bigint       not null references safety.asked (id),
    kind      text         not null check (kind in ('VISIT', 'CALL')),
    why       text         not null check (why in ('UNANSWERED', 'UNREACHABLE', 'HELP', 'HURT')),
    team      varchar(40)  not null default '',
    made_at   timestamptz  not null,
    made_by   varchar(200) not null,
    made_name varchar(200) not null,
    -- what was found; NOT_NEEDED where the person is well without it
    result    text         check (result in ('SAFE', 'NEEDS_HELP', 'HURT', 'EVACUATED', 'DECLINED', 'NOT_MET', 'NOT_NEEDED')),
    done_at   timestamptz,
    done_by   varchar(200),
    done_name varchar(200)
);
-- One of a kind for each person at a time: two officers who make them at once make one.
create unique index errand_open on safety.errand (asked_id, kind) where done_at is null;
create index errand_of_event on safety.errand (event_id, id);
