-- Which session of ours stands under which session of the identity provider, to be ended when the provider says so. No key to the session
-- itself: that is written later than this, at the end of the request. Rows older than a session may be are deleted at the next sign-in.
create table organization.provider_session (
    session_id       text primary key,
    subject          text        not null,
    provider_session text,
    since            timestamptz not null
);
create index provider_session_subject on organization.provider_session (subject);
create index provider_session_provider on organization.provider_session (provider_session);
