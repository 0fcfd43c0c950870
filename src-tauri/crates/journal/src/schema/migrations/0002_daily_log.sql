-- The person's own use of each tracker, pauses, drafts, a search in notes, and the history of each entry.
alter table tracker add column state text not null default 'asked';
update tracker set state = 'off' where hidden = 1;
alter table tracker drop column hidden;
alter table tracker add column usual text;      -- JSON list of fields; null: the definition's own choice

-- Whether it was written after its day had ended, as decided then. Until now every day ended at 04:00.
alter table entry add column late integer not null default 0;
update entry set late = date(recorded + offset - 14400, 'unixepoch') > day;
create index entry_by_tracker on entry (tracker, day);
create index entry_late on entry (tracker, day) where late = 1;

create table pause (
    uid text primary key,
    why text not null,
    first text not null,
    last text                           -- null: its end is open
) strict;

-- What is being typed, kept until it is an entry. Not part of what can be taken back.
create table draft (form text primary key, at integer not null, text text not null) strict;

-- Words of notes and text answers. The row is the entry's day and id, so that the newest day comes first.
create virtual table noted using fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
insert into noted (noted, rank) values ('secure-delete', 1);

-- Which revisions touched an entry.
create table touched (
    uid text not null,
    revision integer not null references revision on delete cascade,
    primary key (uid, revision)
) strict, without rowid;
insert or ignore into touched
    select json_extract(item.value, '$.entry.uid'), revision.id
    from revision, json_each(revision.after) as item
    where json_extract(item.value, '$.entry.uid') is not null;
