-- The first schema. Never edited once released: what changes is a further file.
create table tracker (
    id integer primary key,
    uid text not null unique,
    definition text not null,           -- key of a definition
    name text,                          -- the person's own name for it
    colour text,
    position real not null,
    hidden integer not null default 0
) strict;

create table own_definition (key text primary key, text text not null) strict;

create table entry (
    id integer primary key,
    uid text not null unique,
    tracker integer not null references tracker,
    day text not null,                  -- the patient's day, as decided then
    at integer,                         -- unix seconds; null: only the day is known
    until integer,
    zone text not null,
    offset integer not null,            -- seconds east of UTC
    recorded integer not null,          -- when it was written down: late entries show as late
    source text not null default 'hand',
    note text not null default ''
) strict;
create index entry_by_day on entry (day, tracker);

create table value (
    entry integer not null references entry on delete cascade,
    field text not null,
    ordinal integer not null default 0,
    number real,                        -- what counts: amount, score, minutes since 1970 UTC
    text text,                          -- what was said: option, words, zoned time
    primary key (entry, field, ordinal),
    check (number is not null or text is not null)
) strict, without rowid;

-- What entries add up to, kept beside them in the same transaction: a figure of fifty years reads one
-- contiguous range. `check` compares it with the entries.
create table measured (
    tracker integer not null,
    measure text not null,
    day integer not null,               -- days since 0001-01-01
    entry integer not null references entry on delete cascade,
    number real not null,
    primary key (tracker, measure, day, entry)
) strict, without rowid;
create index measured_by_entry on measured (entry);

create table visit (
    uid text primary key,
    page text not null                  -- points, period, what is shown: JSON
) strict;

create table preference (key text primary key, value text not null) strict;

create table revision (
    id integer primary key,
    at integer not null,
    act text not null,
    state text not null check (state in ('done', 'undone', 'dropped')),
    before text not null,               -- images of what the act touched: JSON
    after text not null
) strict;
create index revision_by_state on revision (state, id);

create table migration (id text primary key, at integer not null) strict;
