-- Companies and units. `reference` is what the world calls a thing, in lower case; `name_sort` its
-- name folded, by which people find it in a list, `designation` what agreements and tickets call it:
-- its first name, for ever.
create table party (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  kind {text} not null,
  parent {whole} references party,
  name {text} not null,
  name_sort {text} not null,
  designation {text} not null unique
) {strict};
create index party_by_name on party (name_sort, id);
create index party_by_parent on party (parent) where parent is not null;

-- People: those who sign in, and those whom tickets name. What says who they are is taken away when
-- they are erased.
create table person (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  party {whole} not null references party,
  name {text},
  name_sort {text},
  email {text} unique,
  erased_at {whole}
) {strict};

-- Who may sign in. A program that has a token has an account as well.
create table account (
  id {id},
  person {whole} not null unique references person,
  version {whole} not null,
  language {text} not null,
  password_digest {text},
  closed_at {whole}
) {strict};
