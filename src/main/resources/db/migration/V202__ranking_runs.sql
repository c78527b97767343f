-- The last time that everybody was ranked again; without finished_at it is still under way.
create table roster.ranking (
    one         boolean     primary key default true check (one),
    asked_at    timestamptz not null,
    asked_by    text        not null,
    asked_name  text        not null,
    total       bigint      not null,
    done        bigint      not null default 0,
    changed     bigint      not null default 0,
    finished_at timestamptz
);
