-- Unwanted effects and their weeks, courses of treatment with their sessions, life events, planned
-- activities. Records are JSON.
create table side_effect (
    uid text primary key,
    record text not null
) strict;

create table effect_week (
    uid text primary key,               -- the Monday, YYYY-MM-DD
    record text not null
) strict;

create table course (
    uid text primary key,
    record text not null
) strict;

create table therapy_session (
    uid text primary key,
    record text not null
) strict;

create table life_event (
    uid text primary key,
    record text not null
) strict;

create table activity (
    uid text primary key,
    record text not null
) strict;
