-- Who is told, level after level, until somebody answers. `after` is counted from the notice.
create table escalation_ladder (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  name {text} not null,
  name_sort {text} not null,
  is_closed {truth} not null
) {strict};

create table escalation_level (
  ladder {whole} not null references escalation_ladder,
  rank {whole} not null,
  after {whole} not null,
  is_urgent {truth} not null,
  primary key (ladder, rank)
) {strict};

create table escalation_recipient (
  ladder {whole} not null references escalation_ladder,
  level {whole} not null,
  rank {whole} not null,
  kind {text} not null,
  reference {text} not null,
  primary key (ladder, level, rank)
) {strict};

-- Who is on call, as the calendar that somebody gave.
create table rota (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  name {text} not null,
  name_sort {text} not null,
  zone {text} not null,
  calendar {text} not null,
  is_closed {truth} not null
) {strict};

-- What is told of before it is missed. Empty: whatever it is. What was reached before `since` is not
-- told of.
create table warning_rule (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  name {text} not null,
  name_sort {text} not null,
  watches {text} not null,
  amount {whole} not null,
  ladder {whole} not null references escalation_ladder,
  customer {whole} references party,
  kind {text},
  metric {text},
  agreement {text} not null,
  priority {text} not null,
  team {text} not null,
  since {whole} not null,
  is_closed {truth} not null
) {strict};

-- Raised by whatever changes what a timer is made of.
alter table installation add column warnings_mark {whole} not null default 0;

-- When a clock of a ticket reaches the point of a rule, should nothing happen to it. `clock` is the
-- rank of the clock; 0: the ticket itself.
create table timer (
  ticket {whole} not null references ticket,
  clock {whole} not null,
  rule {whole} not null references warning_rule,
  fires_at {whole} not null,
  primary key (ticket, clock, rule)
) {strict};
create index timer_by_instant on timer (fires_at);

-- When the running periods are looked at again.
alter table installation add column periods_watched_at {whole} not null default 0;
alter table installation add column periods_watched_to {whole} not null default 0;
