-- That a point was reached, each once: `reference` is a digest of what was reached. `of_at` is when
-- it was, `at` when the notice was made. `next_level_at`: when the next level of its ladder is told,
-- should nobody answer.
create table notice (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  act {whole} not null references act,
  rule {whole} not null references warning_rule,
  watches {text} not null,
  amount {whole} not null,
  thing {text} not null,
  subject {text} not null,
  customer {whole} references party,
  team {text} not null,
  site {text} not null,
  of_at {whole} not null,
  at {whole} not null,
  agreement {text} not null,
  agreement_version {whole} not null,
  commitment {text} not null,
  label {text} not null,
  kind {text},
  metric {text},
  cycle {whole} not null,
  period {text} not null,
  target {whole} not null,
  due_at {whole},
  level {whole} not null,
  next_level_at {whole},
  acknowledged_by {whole} references account,
  acknowledged_at {whole}
) {strict};
create index notice_to_escalate on notice (next_level_at) where next_level_at is not null;
create index notice_of_subject on notice (thing, subject);

-- A notice to one recipient by one channel. `reference` is stable: what is sent again is the same.
-- `due_at`: not before; while somebody delivers it, when another may. `digest_at`: it goes with all
-- of the account that have the same.
create table delivery (
  id {id},
  reference {text} not null unique,
  notice {whole} not null references notice,
  channel {text} not null,
  account {whole} references account,
  webhook {whole},
  state {text} not null,
  level {whole} not null,
  is_urgent {truth} not null,
  due_at {whole} not null,
  digest_at {whole},
  attempt {whole} not null,
  ended_at {whole},
  read_at {whole},
  error {text} not null
) {strict};
create index delivery_to_do on delivery (channel, due_at, id) where state = 'waiting';
create index delivery_failed on delivery (id) where state = 'failed';
create index delivery_of_notice on delivery (notice);
create index delivery_inbox on delivery (account, id) where channel = 'inbox';
create index delivery_unread on delivery (account, id) where channel = 'inbox' and read_at is null;
create index delivery_of_account on delivery (account) where state = 'waiting';

-- How an account wants to be told. None: at once, at any hour.
create table notice_preference (
  account {whole} primary key references account,
  version {whole} not null,
  email {text} not null,
  digest_minute {whole} not null,
  zone {text} not null,
  hours {text} not null
) {strict};

-- Programs that are told. Secrets are sealed with a key that is not in the database; calls are signed
-- with the one before, too, until `old_until`. `gone_at`: when it answered that it is gone for good.
create table webhook (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  name {text} not null,
  name_sort {text} not null,
  url {text} not null,
  secret {bytes} not null,
  old_secret {bytes},
  old_until {whole},
  gone_at {whole},
  is_closed {truth} not null
) {strict};

-- Words of the house in place of ours.
create table notice_template (
  watches {text} not null,
  language {text} not null,
  version {whole} not null,
  subject {text} not null,
  body {text} not null,
  primary key (watches, language)
) {strict};
