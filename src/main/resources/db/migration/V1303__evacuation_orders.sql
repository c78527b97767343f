-- 避難情報 of the municipality itself (災害対策基本法56条, 60条): an order and its revisions, added and never changed. The newest revision counts.
create table safety.evacuation_order (
    id     bigint generated always as identity primary key,
    -- by which other systems know it over all revisions
    number uuid not null unique,
    mode   text not null check (mode in ('REAL', 'DRILL', 'TEST')),
    hazard text not null
);

create table safety.order_revision (
    id       bigint generated always as identity primary key,
    order_id bigint       not null references safety.evacuation_order (id),
    revision int          not null check (revision > 0),
    -- LIFTED: 解除, the danger is over; WITHDRAWN: 取消, it should not have been issued
    act      text         not null check (act in ('ISSUED', 'REVISED', 'LIFTED', 'WITHDRAWN')),
    -- 3 高齢者等避難, 4 避難指示, 5 緊急安全確保; null when lifted or withdrawn
    level    smallint     check (level between 3 and 5),
    areas    text[]       not null,
    words    varchar(300) not null,
    at       timestamptz  not null,
    by_id    varchar(200) not null,
    by_name  varchar(200) not null,
    unique (order_id, revision)
);
select evidence.keep('safety.order_revision', 'at');
