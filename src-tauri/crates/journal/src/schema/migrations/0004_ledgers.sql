-- The safety plan and the people to turn to.
create table safety_plan (
    uid text primary key,
    changed_on text not null            -- YYYY-MM-DD
) strict;

create table safety_plan_line (
    plan text not null,                 -- uid of a safety_plan
    part text not null,
    place integer not null,             -- from 0
    line text not null,
    primary key (plan, part, place)
) strict, without rowid;

create table person (
    uid text primary key,
    name text not null,
    phone text not null,
    note text not null,
    at_night integer not null,          -- 0 or 1
    message text not null,
    position integer not null
) strict;

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
