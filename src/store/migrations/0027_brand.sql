-- How a company looks: on its customers' pages, and at the door.
create table brand (
  id {id},
  party {whole} not null unique references party,
  version {whole} not null,
  accent {text} not null,
  logo {text} not null
) {strict};
