-- Which act wrote what a ticket shows, its row or its clocks, last: what nodes hold of it in memory
-- is followed by that, in the order of the journal. 0: written before this step.
alter table ticket add column touched {whole} not null default 0;
create index ticket_touched on ticket (touched);
