-- 市記入欄: what the city writes in its own section of a plan that was handed in. A version stays as the office handed it in; this lies over
-- it until the city has decided, and over later versions until the city writes anew. `edits` tells two writers apart.
create table plan.city_section (
    case_id    bigint      not null,
    version    integer     not null,
    answers    jsonb       not null,
    provenance jsonb       not null,
    edits      integer     not null,
    written_at timestamptz not null,
    written_by text        not null,
    primary key (case_id, version),
    foreign key (case_id, version) references plan.submission (case_id, version) on delete cascade
);
