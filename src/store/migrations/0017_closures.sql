-- Periods that no longer move. `document` is the closure as a file, word for word, with its figures,
-- each ticket as it counted and the pages as they were printed; `digest` is the one that it holds.
-- `position` is that of the journal when its figures were read. A revision replaces the one before.
create table closure (
  act {whole} not null references act,
  rank {whole} not null,
  reference {text} not null unique,
  customer {whole} not null references party,
  agreement {text} not null,
  period {text} not null,
  revision {whole} not null,
  as_of {whole} not null,
  position {whole} not null,
  terms {text} not null,
  digest {text} not null,
  document {text} not null,
  reason {text} not null,
  seal {bytes} not null,
  primary key (agreement, period, revision),
  unique (act, rank)
) {strict};
create index closure_by_customer on closure (customer, agreement, period);

-- The way to close a period again: asked by one party, answered by the other. Steps are added and
-- never changed; `revision` is that of the closure that would be replaced.
create table reopening (
  act {whole} not null references act,
  rank {whole} not null,
  customer {whole} not null references party,
  closure {text} not null references closure (reference),
  number {whole} not null,
  step {text} not null,
  side {text} not null,
  account {whole} references account,
  at {whole} not null,
  reason {text} not null,
  seal {bytes} not null,
  primary key (closure, number),
  unique (act, rank)
) {strict};
create index reopening_by_customer on reopening (customer);
