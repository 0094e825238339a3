-- Which accounts a provider of identities knows: `subject` is its own name for someone, for ever.
create table openid_identity (
  issuer {text} not null,
  subject {text} not null,
  account {whole} not null references account,
  linked_at {whole} not null,
  primary key (issuer, subject)
) {strict};
create index openid_identity_of_account on openid_identity (account);

-- Sign-ins that ended: the digest of what the browser showed. None opens a second session.
create table openid_attempt (
  digest {bytes} primary key,
  ended_at {whole} not null
) {strict};
create index openid_attempt_by_age on openid_attempt (ended_at);
