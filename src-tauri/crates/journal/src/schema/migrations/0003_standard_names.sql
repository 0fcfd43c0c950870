-- Standard names, and the app's own state apart from the user's preferences.
-- Views are dropped before migrations run and created again when the journal is opened.
create table tracker_new (
    id integer primary key,
    definition text not null unique,    -- key of a definition
    name text,                          -- the user's own name for it
    position real not null,
    status text not null default 'active',
    usual text                          -- JSON list of fields; null: the default of the definition
) strict;
insert into tracker_new (id, definition, name, position, status, usual)
    select id, definition, name, position,
        case state when 'asked' then 'active' when 'retired' then 'archived' else 'disabled' end, usual
    from tracker;
drop table tracker;
alter table tracker_new rename to tracker;

alter table own_definition rename to custom_definition;

alter table measured rename to entry_measure;
alter table entry_measure rename column day to day_number;  -- days since 0001-01-01
drop index measured_by_entry;
create index entry_measure_by_entry on entry_measure (entry);

alter table noted rename to entry_fts;

alter table touched rename to revision_entry;

alter table pause rename column why to reason;
alter table pause rename column first to first_day;
alter table pause rename column last to last_day;

create table app_state (key text primary key, value text not null) strict;
insert into app_state
    select key, value from preference
    where key in ('shorten-told', 'backed-up') or key like 'practice-%';
delete from preference where key in (select key from app_state);
update app_state set key = 'shorten-announced' where key = 'shorten-told';
update app_state set key = 'last-backup' where key = 'backed-up';
