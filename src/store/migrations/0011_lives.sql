-- Where users are. `designation` is what tickets and agreements call it: its first name, for ever.
-- `holidays` are named sets, with a blank between.
create table site (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  customer {whole} not null references party,
  name {text} not null,
  name_sort {text} not null,
  designation {text} not null,
  zone {text} not null,
  holidays {text} not null,
  is_closed {truth} not null,
  unique (customer, designation)
) {strict};
create index site_by_name on site (name_sort, id);

-- Units of a party that work on tickets.
create table team (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  party {whole} not null references party,
  name {text} not null,
  name_sort {text} not null,
  designation {text} not null,
  is_closed {truth} not null,
  unique (party, designation)
) {strict};
create index team_by_name on team (name_sort, id);
create table team_member (
  team {whole} not null references team,
  person {whole} not null references person,
  primary key (team, person)
) {strict};
create index team_of_member on team_member (person, team);
create index person_by_name on person (name_sort, id);

-- Later texts of a version that nobody has signed yet; the first is in agreement_version.
create table agreement_revision (
  act {whole} not null references act,
  rank {whole} not null,
  agreement {whole} not null references agreement,
  number {whole} not null,
  revision {whole} not null,
  document {text} not null,
  digest {text} not null,
  seal {bytes} not null,
  primary key (agreement, number, revision),
  unique (act, rank)
) {strict};

-- The life of a version after it was added: the last step says its state. `last_day` is the last day
-- on which a version that is suspended or terminated judges.
create table agreement_step (
  act {whole} not null references act,
  rank {whole} not null,
  agreement {whole} not null references agreement,
  number {whole} not null,
  state {text} not null,
  last_day {whole},
  comment {text},
  seal {bytes} not null,
  primary key (act, rank)
) {strict};
create index agreement_step_of on agreement_step (agreement, number, act, rank);

-- Who must approve a text, and what they answered: rows are added, the last one of an account holds.
create table agreement_approval (
  act {whole} not null references act,
  rank {whole} not null,
  agreement {whole} not null references agreement,
  number {whole} not null,
  digest {text} not null,
  account {whole} not null references account,
  state {text} not null,
  comment {text},
  seal {bytes} not null,
  primary key (act, rank)
) {strict};
create index agreement_approval_of on agreement_approval (agreement, number, act, rank);

-- Who signed which text. `name` and `capacity` are taken away with their salt when the person is
-- erased; `head` is that of the journal when it was signed.
create table agreement_signature (
  act {whole} not null references act,
  rank {whole} not null,
  agreement {whole} not null references agreement,
  number {whole} not null,
  digest {text} not null,
  side {text} not null,
  signed_on {whole} not null,
  head {text} not null,
  name {text},
  capacity {text},
  salt {bytes},
  signatory_digest {bytes} not null,
  seal {bytes} not null,
  primary key (agreement, number, side),
  unique (act, rank)
) {strict};
