-- Who did what, when, from where. Rows are added and never changed, but for `origin`, which is taken
-- away with its salt when the person behind it is erased: the digest stays.
create table act (
  number {id},
  recorded_at {whole} not null,
  word {text} not null,
  account {whole} references account,
  door {text} not null,
  thing {text} not null,
  reference {text} not null,
  origin {text},
  origin_salt {bytes},
  origin_digest {bytes} not null
) {strict};
create index act_of_thing on act (thing, reference, number);

-- What an act changed. `before` and `after` are taken away with their salt when they are erased.
create table act_change (
  act {whole} not null references act,
  rank {whole} not null,
  field {text} not null,
  before {text},
  after {text},
  salt {bytes},
  digest {bytes} not null,
  seal {bytes} not null,
  primary key (act, rank)
) {strict};

-- The digest of an act with all its rows; its position once it is committed, without a gap.
create table act_seal (
  act {whole} primary key references act,
  digest {bytes} not null,
  position {whole} unique
) {strict};
create index act_unsealed on act_seal (act) where position is null;

-- Acts by position, chained.
create table block (
  number {whole} primary key,
  first_position {whole} not null,
  last_position {whole} not null,
  sealed_at {whole} not null,
  digest {bytes} not null
) {strict};

-- What was answered to a request that may come twice; gone after a day. The act is there once.
create table answer (
  account {whole} not null references account,
  key {text} not null,
  request {text} not null,
  status {whole} not null,
  body {text} not null,
  version {whole} not null,
  location {text} not null,
  answered_at {whole} not null,
  primary key (account, key)
) {strict};
create index answer_by_age on answer (answered_at);

{clock}
