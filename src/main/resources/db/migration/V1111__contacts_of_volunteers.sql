-- The person to speak to of an organisation, as compared: whoever is protected is in no list of the pool, also not as a contact.
alter table sharing.volunteer add column contact_key text not null default '';
