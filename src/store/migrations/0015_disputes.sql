-- What one party contests: a verdict, an event, a priority, a pause. What it has come to follows
-- from its steps, and, when nobody answers, from the agreement.
create table dispute (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  customer {whole} not null references party,
  ticket {whole} references ticket,
  outage {whole} references outage,
  about {text} not null,
  agreement {text} not null,
  commitment {text} not null,
  event {whole} not null,
  side {text} not null,
  state {text} not null,
  turn {text} not null,
  ground {text},
  claimed_at {whole} not null,
  countered_at {whole},
  answered_at {whole}
) {strict};
create index dispute_by_claim on dispute (claimed_at, id);
create index dispute_of_ticket on dispute (ticket, id) where ticket is not null;
create index dispute_of_outage on dispute (outage, id) where outage is not null;

create table dispute_step (
  act {whole} not null references act,
  rank {whole} not null,
  dispute {whole} not null references dispute,
  number {whole} not null,
  word {text} not null,
  side {text} not null,
  said_at {whole} not null,
  recorded_at {whole} not null,
  ground {text},
  proposed_at {whole},
  proposed {text} not null,
  note {text},
  note_salt {bytes},
  note_digest {bytes},
  seal {bytes} not null,
  primary key (dispute, number),
  unique (act, rank)
) {strict};
