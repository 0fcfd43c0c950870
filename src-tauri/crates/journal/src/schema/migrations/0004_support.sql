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
