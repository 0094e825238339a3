-- `continues`: the time before goes on from `began_at`, with another weight: its tool says that what
-- it tells of has become worse, or better. It ends with that time.
alter table alert add column continues {truth} not null default 0;
