-- One file of another tool, read by a profile. `customer` is whose its tickets are when they do not
-- say; what it brought counts while `state` is published, since `effect_act`, the act that made it
-- so, or that ended it. `blob` is its file, by digest; `terms` the digest of the terms that judged
-- its tickets when they were loaded.
create table import (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  source {text} not null,
  customer {whole} not null references party,
  state {text} not null,
  profile {text} not null,
  blob {bytes},
  file_bytes {whole} not null,
  job {text} not null,
  rows_read {whole} not null,
  tickets {whole} not null,
  tickets_added {whole} not null,
  events {whole} not null,
  events_added {whole} not null,
  findings {whole} not null,
  terms {text} not null,
  effect_act {whole}
) {strict};
create index import_of_source on import (source, id);
create index import_by_customer on import (customer, id);

-- What was noticed when its file was read, in both languages.
create table import_finding (
  import {whole} not null references import,
  rank {whole} not null,
  code {text} not null,
  times {whole} not null,
  example {text} not null,
  said_en {text} not null,
  said_fr {text} not null,
  primary key (import, rank)
) {strict};

-- The tickets that it brought, or brought more of; `settles`: to be judged again when it begins or
-- ceases to count.
create table import_ticket (
  import {whole} not null references import,
  ticket {whole} not null references ticket,
  settles {truth} not null,
  primary key (import, ticket)
) {strict};

-- What came by an import counts while that is published; null: somebody recorded it.
alter table ticket_event add column loaded_by {whole} references import;
alter table ticket add column loaded_by {whole} references import;
alter table ticket add column source {text};
alter table ticket add column foreign_key {text};
create unique index ticket_of_source on ticket (source, foreign_key) where source is not null;
