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

-- The one row that 0001 speaks of and that no step had added.
insert into installation (only_one, epoch, made_at)
  select 1, 0, clock_now() where not exists (select 1 from installation);

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

-- In whose hours a clock runs, and when it is at risk, should nothing happen to it.
alter table ticket_clock add column hours_site {text} not null default '';
alter table ticket_clock add column at_risk_at {whole};

-- Under which terms and rules open tickets were last asked to be judged; when the running periods are
-- looked at next.
alter table installation add column settled_under {text} not null default '';
alter table installation add column periods_watched_at {whole} not null default 0;
