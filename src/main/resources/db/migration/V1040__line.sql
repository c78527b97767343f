-- Who of our holders is reached by which LINE user, and what LINE told us. No name, no text of anybody.
create table sharing.line_link (
    holder_kind text        not null,
    holder_key  text        not null,
    user_id     text        not null,
    -- when LINE says that it was linked: an older event that comes later changes nothing
    linked_at   timestamptz not null,
    primary key (holder_kind, holder_key)
);
create index line_link_of_user on sharing.line_link (user_id);

-- Whether a user takes messages: follows the account, or has blocked it.
create table sharing.line_user (
    user_id text        primary key,
    follows boolean     not null,
    told_at timestamptz not null
);

-- Proof that whoever links was let into the holder's page; used once.
create table sharing.line_nonce (
    hash        bytea       primary key,
    holder_kind text        not null,
    holder_key  text        not null,
    ends_at     timestamptz not null
);
create index line_nonce_of_holder on sharing.line_nonce (holder_kind, holder_key);

-- Events as they came, each once; worked on later. Ids and times, none of what people wrote.
create table sharing.line_event (
    id            text        primary key,
    what          text        not null,
    user_id       text        not null,
    at            timestamptz not null,
    nonce_hash    bytea,
    reply_token   text,
    received_at   timestamptz not null,
    claimed_until timestamptz,
    became        text
);
create index line_event_open on sharing.line_event (received_at) where became is null;

-- Calls with a wrong signature, counted a day: whoever sends many must not fill a table.
create table sharing.line_forged (
    day   date primary key,
    times int  not null
);
