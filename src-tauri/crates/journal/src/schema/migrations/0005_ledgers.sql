-- Early-warning signs, helplines and support groups of one's own. Records are JSON.
create table early_sign (
    uid text primary key,
    record text not null                -- JSON
) strict;

create table own_line (
    uid text primary key,
    record text not null                -- JSON
) strict;

create table support_group (
    uid text primary key,
    record text not null                -- JSON
) strict;

-- What the person set for a questionnaire: when it is due, and the score to compare with.
create table scale_settings (
    tracker text primary key,           -- key of a definition
    settings text not null              -- JSON
) strict;

-- Treatment: medicines with the segments of their dose, marks of doses, the history of every trial,
-- and further facts about the person's health. Records are JSON; what is searched by has a column.
create table medicine (
    uid text primary key,
    record text not null
) strict;

create table dose (
    uid text primary key,
    day text not null,                  -- YYYY-MM-DD
    record text not null
) strict;
create index dose_day on dose (day);

create table trial (
    uid text primary key,
    record text not null
) strict;

create table health_note (
    uid text primary key,
    record text not null
) strict;
