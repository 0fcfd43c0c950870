-- Fewer pages for each save: all that an entry adds up to in one row, and no index that a few look-ups can
-- do without.
create table entry_measures (
    tracker integer not null,
    day_number integer not null,        -- days since 0001-01-01
    entry integer not null,             -- removed with the entry, not by a reference, which would need an index
    measures text not null,             -- numbers by measure: JSON
    primary key (tracker, day_number, entry)
) strict, without rowid;
insert into entry_measures
    select tracker, day_number, entry, json_group_object(measure, number)
    from entry_measure group by tracker, day_number, entry;
drop table entry_measure;

drop index entry_by_day;

drop index revision_by_state;
create index revision_undone on revision (id) where state = 'undone';
