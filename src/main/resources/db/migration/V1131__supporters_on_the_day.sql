-- A supporter who is told that somebody whom they help is asked after; one row for each pair in an event. The contact goes when their part is over.
create table safety.helper (
    id            bigint generated always as identity primary key,
    event_id      bigint      not null references safety.event (id),
    asked_id      bigint      not null references safety.asked (id),
    contact_id    bigint      not null,
    supporter_key text        not null,
    told_at       timestamptz not null,
    unique (asked_id, contact_id)
);
create index helper_of_event on safety.helper (event_id);
create index helper_of_contact on safety.helper (contact_id);

-- "I go": a claim that others see and that lapses by itself.
create table safety.going (
    id        bigint generated always as identity primary key,
    helper_id bigint      not null references safety.helper (id),
    at        timestamptz not null,
    until     timestamptz not null,
    ended_at  timestamptz
);
create index going_of_helper on safety.going (helper_id, id);
