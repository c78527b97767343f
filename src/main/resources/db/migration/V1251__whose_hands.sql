-- Whether number and address of a volunteer were told by the city or by the volunteer behind a link that no office held. Only what went
-- there may show those whom other offices' plans name.
alter table sharing.volunteer add column own_reach boolean not null default true;
