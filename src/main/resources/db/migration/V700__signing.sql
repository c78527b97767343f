create schema if not exists signing;

-- Certificates that this installation has ever sealed with: a sealed plan stays checkable after the key was replaced.
create table signing.seal_certificate (
    fingerprint text primary key,
    certificate bytea not null,
    first_used  timestamptz not null
);

-- Sealed documents, kept forever and never changed: the seal on the approved version, then the same file with the signature in it.
create table signing.sealed_document (
    id           bigint generated always as identity primary key,
    case_id      bigint not null references casefile.casefile(id),
    version      int not null,
    kind         text not null check (kind in ('SEALED', 'SIGNED')),
    sha256       text not null,
    content_hash text not null,
    content      bytea not null,
    box          text,
    created_at   timestamptz not null,
    unique (case_id, version, kind)
);
create index sealed_document_hash on signing.sealed_document (sha256);

create table signing.signature (
    id            bigint generated always as identity primary key,
    case_id       bigint not null references casefile.casefile(id),
    version       int not null,
    document_id   bigint not null references signing.sealed_document(id),
    way           text not null check (way in ('SCREEN', 'PAPER')),
    signer        text not null check (signer in ('SELF', 'FAMILY', 'LEGAL_REPRESENTATIVE')),
    signer_name   text not null,
    relation      text not null default '',
    witness       text not null default '',
    signed_on     date not null,
    evidence      bytea not null,
    evidence_type text not null,
    recorded_by   text not null,
    recorded_name text not null,
    recorded_at   timestamptz not null,
    unique (case_id, version)
);

-- The resident does not agree with the approved plan.
create table signing.objection (
    id            bigint generated always as identity primary key,
    case_id       bigint not null references casefile.casefile(id),
    version       int not null,
    reason        text not null,
    recorded_by   text not null,
    recorded_name text not null,
    recorded_at   timestamptz not null
);
create index objection_case on signing.objection (case_id);
