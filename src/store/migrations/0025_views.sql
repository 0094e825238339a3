-- What people look at on a screen, under a name. `query`: the parameters of the screen, as its address
-- has them. Those shared are seen by people of the same company.
create table saved_view (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  account {whole} not null references account,
  name {text} not null,
  name_sort {text} not null,
  screen {text} not null,
  query {text} not null,
  is_shared {truth} not null
) {strict};
create index act_of_account on act (account, number);
create index saved_view_of_account on saved_view (account, name_sort, id);
create index saved_view_shared on saved_view (name_sort, id) where is_shared = 1;
