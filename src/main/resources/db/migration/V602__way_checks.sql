-- What an office did when something had changed at the place or on the way of a plan.
create table evacuation.way_check (
    id      bigint generated always as identity primary key,
    case_id bigint not null references casefile.casefile (id) on delete cascade,
    note    text not null,
    made_at timestamptz not null,
    made_by text not null
);
create index on evacuation.way_check (case_id);
