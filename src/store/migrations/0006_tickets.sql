-- The last number given of each kind of reference.
create table counter (
  name {text} primary key,
  last {whole} not null
) {strict};

-- What a ticket shows now: all of it follows from its events.
create table ticket (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  customer {whole} not null references party,
  opened_at {whole} not null,
  ended_at {whole},
  phase {text} not null,
  title {text} not null,
  kind {text} not null,
  priority {text} not null,
  service {text} not null,
  site {text} not null,
  holder {text} not null,
  team {text} not null
) {strict};
create index ticket_open on ticket (opened_at, id) where ended_at is null;
create index ticket_by_customer on ticket (customer, opened_at, id);

-- What happened to it. Rows are added, never changed: a correction supersedes another event.
create table ticket_event (
  act {whole} not null references act,
  rank {whole} not null,
  ticket {whole} not null references ticket,
  sequence {whole} not null,
  happened_at {whole} not null,
  recorded_at {whole} not null,
  word {text} not null,
  attribute {text} not null,
  effect {text} not null,
  relation {text} not null,
  consent {truth} not null,
  party {text} not null,
  team {text} not null,
  person {text} not null,
  value {text} not null,
  other {text} not null,
  on_date {whole} not null,
  supersedes {whole} not null,
  seal {bytes} not null,
  primary key (ticket, sequence),
  unique (act, rank)
) {strict};

create index ticket_event_other on ticket_event (other) where other <> '';

-- What each commitment shows for it, as of its last event. Derived: dropped and made again at will.
-- Breached or overdue is `due_at` beside the instant of the question, never stored.
create table ticket_clock (
  ticket {whole} not null references ticket,
  rank {whole} not null,
  agreement {text} not null,
  agreement_version {whole} not null,
  commitment {text} not null,
  label {text} not null,
  kind {text} not null,
  metric {text} not null,
  cycle {whole} not null,
  verdict {text} not null,
  state {text} not null,
  started_at {whole} not null,
  due_at {whole},
  breached_at {whole},
  ended_at {whole},
  elapsed {whole} not null,
  target {whole} not null,
  terms {text} not null,
  calculation {whole} not null,
  primary key (ticket, rank)
) {strict};
create index ticket_clock_due on ticket_clock (due_at) where verdict = 'pending' and due_at is not null;
