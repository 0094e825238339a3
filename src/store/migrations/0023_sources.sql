-- Programs that tell of outages and tickets. `secret` is sealed with a key that is not in the
-- database; `profile` says how what it sends is read; an outage is opened when an alert has lasted
-- `opens_after`, and ended when it has been gone for `closes_after`.
create table fact_source (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  name {text} not null,
  name_sort {text} not null,
  kind {text} not null,
  customer {whole} references party,
  profile {text} not null,
  secret {bytes} not null,
  opens_after {whole} not null,
  closes_after {whole} not null,
  heard_at {whole},
  is_closed {truth} not null
) {strict};

-- What was taken, by its id; forgotten after a while.
create table fact_receipt (
  source {whole} not null references fact_source,
  digest {bytes} not null,
  at {whole} not null,
  primary key (source, digest)
) {strict};
create index fact_receipt_by_age on fact_receipt (at);

-- What a source says of one thing. `changes_at`: when silence opens or ends the outage.
create table alert (
  id {id},
  source {whole} not null references fact_source,
  fingerprint {text} not null,
  customer {whole} references party,
  item {text} not null,
  title {text} not null,
  weight {whole} not null,
  began_at {whole} not null,
  ended_at {whole},
  heard_at {whole} not null,
  outage {whole} references outage,
  changes_at {whole},
  flaps {whole} not null,
  unique (source, fingerprint)
) {strict};
create index alert_to_settle on alert (changes_at) where changes_at is not null;
