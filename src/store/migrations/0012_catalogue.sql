-- What the owner company offers. `designation` is what tickets and agreements call it.
create table service (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  name_en {text} not null,
  name_fr {text} not null,
  name_sort {text} not null,
  designation {text} not null unique,
  owner {whole} references person,
  is_closed {truth} not null
) {strict};
create index service_by_name on service (name_sort, id);

-- A service at a level, by the unit.
create table offering (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  service {whole} not null references service,
  level {text} not null,
  unit {text} not null,
  is_closed {truth} not null
) {strict};
create index offering_of_service on offering (service, id);

-- What a unit costs from a day on, until the next price, in minor units excluding VAT.
create table offering_price (
  act {whole} not null references act,
  rank {whole} not null,
  offering {whole} not null references offering,
  from_day {whole} not null,
  currency {text} not null,
  minor {whole} not null,
  seal {bytes} not null,
  primary key (offering, from_day),
  unique (act, rank)
) {strict};
