-- The background of maps, square by square: fetched for the whole municipality ahead of any view, so that no page asks an outside host.
create schema tiles;
create table tiles.tile (
    z          smallint    not null,
    x          integer     not null,
    y          integer     not null,
    content    bytea       not null,
    fetched_at timestamptz not null,
    primary key (z, x, y)
);
