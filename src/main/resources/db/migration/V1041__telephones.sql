-- National number, digits only: SMS and calls go there.
alter table sharing.supporter_contact add column phone text check (phone ~ '^0[0-9]{9,10}$');
