-- The one outbox: a notice to one holder by one way. It names a template and holds a link, sealed until the message has gone; nothing of a plan.
create table sharing.message (
    id            uuid        primary key,
    -- by which the caller says what it is: the same thing by the same way is put once
    once          text        not null unique,
    holder_kind   text        not null,
    holder_key    text        not null,
    way           text        not null,
    occasion      text        not null,
    template      text        not null,
    language      text        not null,
    link          bytea,
    pass_id       bigint      references sharing.pass (id),
    case_id       bigint      references casefile.casefile (id),
    state         text        not null check (state in ('QUEUED', 'ACCEPTED', 'OPENED', 'ANSWERED', 'BOUNCED', 'STOPPED', 'UNKNOWN')),
    cause         text,
    attempts      int         not null default 0,
    next_try      timestamptz not null,
    first_try     timestamptz,
    -- the provider knows the message by it, if it takes such a key; the same at each try
    retry_key     uuid        not null,
    provider_id   text,
    -- who has it in hand, and until when; begun once it may be with the provider
    claim         uuid,
    claimed_until timestamptz,
    begun_at      timestamptz,
    -- an earlier try may have arrived; it goes on under its key, and ends as unknown if no try brings an answer
    doubt         boolean     not null default false,
    again_of      uuid        references sharing.message (id),
    made_at       timestamptz not null,
    made_by       text        not null,
    changed_at    timestamptz not null,
    -- a person looked at what became of it and leaves it
    settled_by    text
);
create index message_due on sharing.message (next_try) where state = 'QUEUED';
create index message_to_look_at on sharing.message (changed_at) where state in ('BOUNCED', 'UNKNOWN') and settled_by is null;
create index message_of_holder on sharing.message (holder_kind, holder_key);
create index message_of_pass on sharing.message (pass_id);
create index message_of_case on sharing.message (case_id);
