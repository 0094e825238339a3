-- Amounts of closed periods. What they were computed from never changes; `state` and `amount_minor`
-- follow from their last step. `derivation` is the line of the ledger as it was, in JSON, with what
-- suppliers owe for the same under their own terms. An amount that `regularises` another one is a
-- difference, negative when less is due than was closed.
create table penalty (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  customer {whole} not null references party,
  agreement {text} not null,
  agreement_version {whole} not null,
  closure {text} not null references closure (reference),
  kind {text} not null,
  clause {text} not null,
  target {text} not null,
  ticket {text} not null,
  period {text} not null,
  due_in {text} not null,
  nature {text} not null,
  currency {text} not null,
  computed_minor {whole} not null,
  amount_minor {whole} not null,
  regularises {text} not null,
  state {text} not null,
  derivation {text} not null
) {strict};
create index penalty_by_customer on penalty (customer, id);
create index penalty_of_agreement on penalty (agreement, period, id);
create index penalty_of_closure on penalty (closure, id);

-- The life of an amount: who said what of it, when. Steps are added and never changed.
create table penalty_step (
  act {whole} not null references act,
  rank {whole} not null,
  penalty {whole} not null references penalty,
  number {whole} not null,
  state {text} not null,
  side {text} not null,
  account {whole} references account,
  at {whole} not null,
  amount_minor {whole} not null,
  settled_by {text} not null,
  reason {text} not null,
  seal {bytes} not null,
  primary key (penalty, number),
  unique (act, rank)
) {strict};
