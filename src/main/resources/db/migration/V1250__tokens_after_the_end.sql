-- When the provider last ended a session of the person: tokens for the API that were written before give nothing from then on.
alter table organization.person add column ended_at timestamptz;
