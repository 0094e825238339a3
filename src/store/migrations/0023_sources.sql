-- Programs that tell of outages and tickets. `secret` is sealed with a key that is not in the
-- database; `profile` says how what it sends is read; `import`: under which its tickets are kept; an
-- outage is opened when an alert has lasted `opens_after`, and ended when it has been gone for
-- `closes_after`.
create table fact_source (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  name {text} not null,
  name_sort {text} not null,
  kind {text} not null,
  customer {whole} references party,
  import {whole} references import,
  profile {text} not null,
  secret {bytes} not null,
  opens_after {whole} not null,
  closes_after {whole} not null,
  heard_at {whole},
  is_closed {truth} not null
) {strict};

-- Calls that were taken, by the digest of their id, with what they were answered; forgotten after a
-- while.
create table fact_receipt (
  source {whole} not null references fact_source,
  call {bytes} not null,
  body {bytes} not null,
  answer {text} not null,
  at {whole} not null,
  primary key (source, call)
) {strict};
create index fact_receipt_by_age on fact_receipt (at);

-- One time that a source said of one thing that it was down, or degraded by `weight` out of 1000. A
-- beginning and an end at one instant: an end whose beginning was not heard. `changes_at`: when it
-- opens or ends an outage, should nothing else be heard. `finding`: why it opens none.
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
  finding {text} not null,
  unique (source, fingerprint, began_at)
) {strict};
create index alert_to_settle on alert (changes_at) where changes_at is not null;
create index alert_of_source on alert (source, id);
