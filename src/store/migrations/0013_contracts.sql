-- What is paid. All amounts of a contract are minor units of its currency, excluding VAT. No part: it
-- has several.
create table contract (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  customer {whole} not null references party,
  title {text} not null,
  title_sort {text} not null,
  part {text},
  currency {text} not null,
  minor {whole},
  ceiling_minor {whole},
  budget_minor {whole},
  from_day {whole} not null,
  to_day {whole}
) {strict};
create index contract_by_title on contract (title_sort, id);
create index contract_by_customer on contract (customer);

create table contract_lot (
  contract {whole} not null references contract,
  code {text} not null,
  rank {whole} not null,
  title {text} not null,
  minor {whole},
  ceiling_minor {whole},
  primary key (contract, code)
) {strict};

create table contract_tranche (
  contract {whole} not null references contract,
  code {text} not null,
  rank {whole} not null,
  lot {text},
  title {text} not null,
  kind {text} not null,
  affirmed_on {whole},
  minor {whole},
  primary key (contract, code)
) {strict};

create table contract_document (
  contract {whole} not null references contract,
  rank {whole} not null,
  title {text} not null,
  primary key (contract, rank)
) {strict};

-- Agreements that a contract pays for, by reference: one may be named before it is written.
create table contract_agreement (
  contract {whole} not null references contract,
  agreement {text} not null,
  primary key (contract, agreement),
  unique (agreement)
) {strict};

create table contract_order (
  id {id},
  contract {whole} not null references contract,
  code {text} not null,
  title {text} not null,
  lot {text},
  tranche {text},
  part {text} not null,
  billing {text} not null,
  minor {whole} not null,
  ceiling_minor {whole},
  from_day {whole},
  to_day {whole},
  is_withdrawn {truth} not null,
  unique (contract, code)
) {strict};

create table contract_fee (
  id {id},
  contract {whole} not null references contract,
  code {text} not null,
  label {text} not null,
  fee_of {text} not null,
  name {text} not null,
  per {text} not null,
  billing {text} not null,
  part {text} not null,
  budget_minor {whole},
  unique (contract, code)
) {strict};

-- The amount of a fee from a day on, until the next version.
create table contract_fee_version (
  act {whole} not null references act,
  rank {whole} not null,
  fee {whole} not null references contract_fee,
  from_day {whole} not null,
  state {text} not null,
  minor {whole} not null,
  index_name {text} not null,
  seal {bytes} not null,
  primary key (fee, from_day),
  unique (act, rank)
) {strict};
