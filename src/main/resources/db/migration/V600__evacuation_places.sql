create schema if not exists evacuation;

-- 指定緊急避難場所 and 指定避難所. Rows are never deleted: plans point at them, so a place that left its list keeps vanished_at.
create table evacuation.place (
    id           bigint generated always as identity primary key,
    kind         text not null check (kind in ('SITE', 'SHELTER', 'WELFARE_SHELTER')),
    shelter      boolean not null generated always as (kind <> 'SITE') stored,
    key          text not null,
    common_id    text,
    name         text not null,
    kana         text not null default '',
    address      text not null default '',
    lat          double precision,
    lon          double precision,
    elevation    double precision,
    capacity     integer,
    accepts      text not null default '',
    areas        text not null default '',
    phone        text not null default '',
    note         text not null default '',
    also_shelter boolean not null default false,
    designations jsonb not null default '{}',
    vanished_at  timestamptz,
    unique (shelter, key)
);

-- An uploaded list between its dry run and its confirmation.
create table evacuation.place_import (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    by_id        text not null,
    by_name      text not null,
    file_name    text not null,
    shelter      boolean not null,
    row_count    bigint not null,
    foreign_rows bigint not null,
    taken        bigint not null,
    problems     bigint not null,
    applied_at   timestamptz
);

create table evacuation.place_import_row (
    import_id bigint not null references evacuation.place_import (id) on delete cascade,
    seq       bigint not null,
    place     jsonb not null,
    primary key (import_id, seq)
);

create table evacuation.place_import_problem (
    import_id bigint not null references evacuation.place_import (id) on delete cascade,
    seq       bigint not null,
    line      bigint not null,
    col       text not null,
    reason    text not null,
    value     text not null,
    refused   boolean not null,
    primary key (import_id, seq)
);

-- What happened to a place over the years: added, changed, vanished, returned, designation lost.
create table evacuation.place_history (
    id        bigint generated always as identity primary key,
    place_id  bigint not null references evacuation.place (id),
    import_id bigint references evacuation.place_import (id) on delete set null,
    at        timestamptz not null,
    what      text not null,
    hazard    text
);
create index on evacuation.place_history (place_id);
