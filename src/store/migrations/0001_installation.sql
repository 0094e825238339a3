-- The installation that these tables belong to: one row. `epoch` changes when they are restored from
-- a copy, so that nobody takes what comes after for a continuation of what was lost.
create table installation (
  only_one {whole} primary key check (only_one = 1),
  epoch {whole} not null,
  made_at {whole} not null
) {strict};
