-- Promises. `customer` is the party to whom it is made: who may see that party may see it.
create table agreement (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  kind {text} not null,
  customer {whole} not null references party,
  title {text} not null
) {strict};
create index agreement_by_customer on agreement (customer);

-- Each version as the document that says it, word for word. `digest` is that of the text.
create table agreement_version (
  act {whole} not null references act,
  rank {whole} not null,
  agreement {whole} not null references agreement,
  number {whole} not null,
  state {text} not null,
  document {text} not null,
  digest {text} not null,
  seal {bytes} not null,
  primary key (agreement, number),
  unique (act, rank)
) {strict};
