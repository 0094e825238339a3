-- min_reader: 26
-- For whom what was said beside an event is. None: said before this step, for all who read the ticket.
-- A program that does not know it would show to customers what is for the provider alone.
alter table ticket_event add column audience {text};

-- To whom a ticket was assigned last: derived from its events, and there from the next one on.
alter table ticket add column person {text} not null default '';
