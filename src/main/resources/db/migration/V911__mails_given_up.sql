-- The page of what was given up looks for few among all that was ever sent.
create index on notification.mail (id) where given_up and sent_at is null;
