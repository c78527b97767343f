-- Hazard areas of the municipality. A newer layer of the same name replaces the older one, which is kept with replaced_at.
create table evacuation.hazard_layer (
    id          bigint generated always as identity primary key,
    hazard      text not null,
    name        text not null,
    source      text not null default '',
    sha256      text not null,
    refused     jsonb not null default '[]',
    loaded_at   timestamptz not null,
    loaded_by   text not null,
    replaced_at timestamptz
);
create unique index on evacuation.hazard_layer (name) where replaced_at is null;

-- One row per polygon. The box finds candidates without a spatial extension; JTS decides.
create table evacuation.hazard_area (
    id       bigint generated always as identity primary key,
    layer_id bigint not null references evacuation.hazard_layer (id) on delete cascade,
    hazard   text not null,
    level    integer not null,
    label    text not null,
    min_lat  double precision not null,
    max_lat  double precision not null,
    min_lon  double precision not null,
    max_lon  double precision not null,
    geometry bytea not null
);
create index on evacuation.hazard_area (min_lat, max_lat);
create index on evacuation.hazard_area (layer_id);

-- Where a resident lives, set by a person or taken from the city OS.
create table evacuation.home (
    resident_id bigint primary key references casefile.resident (id) on delete cascade,
    lat         double precision not null,
    lon         double precision not null,
    origin      text not null,
    set_at      timestamptz not null,
    set_by      text not null
);

-- 危険箇所. State EXPIRED is not stored: it follows from until_date.
create table evacuation.danger_photo (
    id   bigint generated always as identity primary key,
    jpeg bytea not null
);
create table evacuation.danger_spot (
    id         bigint generated always as identity primary key,
    kind       text not null,
    lat        double precision not null,
    lon        double precision not null,
    radius     integer not null,
    note       text not null default '',
    photo_id   bigint references evacuation.danger_photo (id),
    from_date  date not null,
    until_date date not null,
    state      text not null check (state in ('WAITING', 'SHOWN', 'WITHDRAWN')),
    posted_at  timestamptz not null,
    posted_by  text not null,
    poster     text not null
);
create index on evacuation.danger_spot (lat);
create table evacuation.danger_spot_event (
    id      bigint generated always as identity primary key,
    spot_id bigint not null references evacuation.danger_spot (id) on delete cascade,
    at      timestamptz not null,
    by_name text not null,
    what    text not null,
    note    text not null default ''
);

-- The way of a case for one kind of disaster; saved anew as a version, never changed.
create table evacuation.route (
    id       bigint generated always as identity primary key,
    case_id  bigint not null references casefile.casefile (id) on delete cascade,
    hazard   text not null,
    version  integer not null,
    place_id bigint references evacuation.place (id),
    content  jsonb not null,
    min_lat  double precision not null,
    max_lat  double precision not null,
    min_lon  double precision not null,
    max_lon  double precision not null,
    made_at  timestamptz not null,
    made_by  text not null,
    checked  text not null default '',
    unique (case_id, hazard, version)
);
