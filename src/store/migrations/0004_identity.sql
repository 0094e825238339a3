-- What roles an account holds, and where. What is null is not asked for: without any of them the
-- role holds everywhere.
create table role_grant (
  id {id},
  account {whole} not null references account,
  role {text} not null,
  customer {whole} references party,
  part {text},
  team {text},
  site {text}
) {strict};
create index role_grant_of_account on role_grant (account, id);

-- Those who are signed in. `digest` is that of the secret, which nobody keeps but the browser.
create table session (
  id {id},
  reference {text} not null unique,
  account {whole} not null references account,
  digest {bytes} not null unique,
  begun_at {whole} not null,
  seen_at {whole} not null,
  peer {text} not null
) {strict};
create index session_of_account on session (account, id);

-- What programs show instead of a password. `permissions` are words with a blank between.
create table token (
  id {id},
  reference {text} not null unique,
  account {whole} not null references account,
  name {text} not null,
  digest {bytes} not null unique,
  permissions {text} not null,
  made_at {whole} not null,
  expires_at {whole} not null,
  used_on {whole}
) {strict};
create index token_of_account on token (account, id);

-- The one invitation of an account that waits to be accepted.
create table invitation (
  account {whole} primary key references account,
  digest {bytes} not null unique,
  expires_at {whole} not null
) {strict};

-- Failures to sign in, by what was typed, whether or not someone has that address: the answer takes
-- the same time for both.
create table sign_in_failure (
  digest {bytes} primary key,
  failures {whole} not null,
  last_at {whole} not null
) {strict};
create index sign_in_failure_by_age on sign_in_failure (last_at);

-- Raised by whatever changes what someone may do; what nodes remember of it holds as long as this
-- stays.
create table rights_version (
  only_one {whole} primary key check (only_one = 1),
  version {whole} not null
) {strict};
insert into rights_version (only_one, version) values (1, 1);
