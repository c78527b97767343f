-- The name by which settings speak of a person. Whoever signed in before was spoken of by the provider's subject.
alter table organization.person add column username text;
update organization.person set username = id;
alter table organization.person alter column username set not null;

-- A subject may have 255 characters (OpenID Connect Core 1.0, section 2).
alter table spring_session alter column principal_name type varchar(255);
