-- The nearest of a pool of thousands, by the index alone. Degrees east count 0.8 of degrees north here.
create index volunteer_place on sharing.volunteer using gist (point(lon * 0.8, lat)) where state = 'STANDING' and lat is not null;
create index volunteer_without_place on sharing.volunteer (id) where state = 'STANDING' and lat is null;
