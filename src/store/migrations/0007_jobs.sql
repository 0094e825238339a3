-- Work that is too long for an act: asked for once, done by one node at a time. `attempt` is raised
-- by each taking, and every write of the work asks for its own. `step` is where it goes on after a
-- stop; what it is asked to do is in `about` and `question`.
create table job (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  kind {text} not null,
  state {text} not null,
  account {whole} references account,
  about {text} not null,
  question {text} not null,
  asked_at {whole} not null,
  begun_at {whole},
  ended_at {whole},
  attempt {whole} not null,
  lease_until {whole},
  step {text} not null,
  units_done {whole} not null,
  units_total {whole} not null,
  cancel_asked {truth} not null,
  result {text},
  refusal {text},
  refusal_arguments {text} not null
) {strict};
create index job_to_do on job (id) where ended_at is null;
create index job_of_account on job (account, id);
