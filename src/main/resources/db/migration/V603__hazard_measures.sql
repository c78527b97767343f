-- What a class measures (depth, duration, house collapse, zone), and level 0 where the map's class is none that we know.
alter table evacuation.hazard_area add column measure text not null default 'DEPTH';
update evacuation.hazard_area set measure = 'ZONE' where hazard = 'LANDSLIDE';
update evacuation.hazard_area set measure = 'EXTENT' where hazard in ('EARTHQUAKE', 'LARGE_FIRE', 'VOLCANO');
alter table evacuation.hazard_area alter column measure drop default;

-- Maps read so far took unknown classes for the mildest: reader 1. They are to be loaded again.
alter table evacuation.hazard_layer add column reader integer not null default 1;
alter table evacuation.hazard_layer add column refused_more integer not null default 0;
alter table evacuation.hazard_layer add column outside integer not null default 0;
