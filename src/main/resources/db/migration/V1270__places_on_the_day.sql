-- Which evacuation places are open in an event, full or closed, as the city's staff told. The newest word on a place counts; UNKNOWN takes it back.
create table safety.place_state (
    id       bigint generated always as identity primary key,
    event_id bigint      not null references safety.event (id),
    place_id bigint      not null references evacuation.place (id),
    state    text        not null check (state in ('OPEN', 'FULL', 'CLOSED', 'UNKNOWN')),
    at       timestamptz not null,
    by_id    varchar(200) not null,
    by_name  varchar(200) not null
);
create index place_state_of_event on safety.place_state (event_id, place_id, id);
