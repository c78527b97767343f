-- What the operator was told of and is not over yet: one mail when it begins and one a day while it lasts, whichever node looks.
create table notification.alert (
    kind    text        primary key,
    told_at timestamptz not null
);
