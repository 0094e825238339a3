-- What a list of tickets is cut by, beside what it shows: derived from its events, like the rest.
alter table ticket add column reason {text} not null default '';
alter table ticket add column since {whole} not null default 0;
alter table ticket add column requested_at {whole};
alter table ticket add column due_at {whole};
alter table ticket add column major_at {whole};
alter table ticket add column part_of {text} not null default '';
create index ticket_ended on ticket (ended_at, id) where ended_at is not null;
create index ticket_due on ticket (due_at, id) where ended_at is null and due_at is not null;
create index ticket_part_of on ticket (part_of, id) where part_of <> '';

-- The words by which a ticket is found, folded and cut.
create table ticket_word (
  word {text} not null,
  ticket {whole} not null references ticket,
  primary key (word, ticket)
) {strict};
create index ticket_word_of on ticket_word (ticket);

-- What was said beside an event: a text of a person, which may be erased. Its salted digest stays.
alter table ticket_event add column note {text};
alter table ticket_event add column note_salt {bytes};
alter table ticket_event add column note_digest {bytes};

-- The three figures of a clock: no exclusion taken, those agreed, those claimed. A claim that nobody
-- answers falls at an instant, to what the agreement says of silence: compared, never stored.
alter table ticket_clock add column gross {text} not null default 'pending';
alter table ticket_clock add column standing {text} not null default 'none';
alter table ticket_clock add column ground {text};
alter table ticket_clock add column falls_at {whole};
alter table ticket_clock add column falls_to {text};

-- Outages of a service or an item. Without a customer it is everyone's, and seen by those who see
-- everything.
create table outage (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  customer {whole} references party,
  item {text} not null,
  title {text} not null,
  began_at {whole} not null,
  restored_at {whole},
  withdrawn {truth} not null
) {strict};
create index outage_by_beginning on outage (began_at, id);

create table outage_event (
  act {whole} not null references act,
  rank {whole} not null,
  outage {whole} not null references outage,
  sequence {whole} not null,
  happened_at {whole} not null,
  recorded_at {whole} not null,
  word {text} not null,
  weight {whole},
  weight_of {whole},
  users {whole},
  source {text} not null,
  supersedes {whole} not null,
  note {text},
  note_salt {bytes},
  note_digest {bytes},
  seal {bytes} not null,
  primary key (outage, sequence),
  unique (act, rank)
) {strict};

-- Work announced on a service. Each change of it is one more announcement, sealed.
create table maintenance_window (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  customer {whole} references party,
  item {text} not null,
  title {text} not null,
  starts_at {whole} not null,
  ends_at {whole} not null,
  announced_at {whole},
  withdrawn {truth} not null
) {strict};
create index maintenance_window_by_start on maintenance_window (starts_at, id);

create table maintenance_announcement (
  act {whole} not null references act,
  rank {whole} not null,
  maintenance {whole} not null references maintenance_window,
  number {whole} not null,
  item {text} not null,
  title {text} not null,
  starts_at {whole} not null,
  ends_at {whole} not null,
  announced_at {whole},
  recorded_at {whole} not null,
  withdrawn {truth} not null,
  seal {bytes} not null,
  primary key (maintenance, number),
  unique (act, rank)
) {strict};

-- Time during which somebody looked.
create table observation (
  act {whole} not null references act,
  rank {whole} not null,
  customer {whole} references party,
  item {text} not null,
  from_at {whole} not null,
  to_at {whole} not null,
  recorded_at {whole} not null,
  seal {bytes} not null,
  primary key (act, rank)
) {strict};
create index observation_by_end on observation (to_at);
