-- Bytes by their digest, kept once however often they are attached. A blob is its chunks in order.
create table chunk (
  digest {bytes} primary key,
  bytes {bytes} not null
) {strict};

create table blob (
  digest {bytes} primary key,
  size {whole} not null
) {strict};

create table blob_chunk (
  blob {bytes} not null references blob,
  number {whole} not null,
  chunk {bytes} not null references chunk,
  primary key (blob, number)
) {strict};
create index blob_chunk_of on blob_chunk (chunk);

-- Files of tickets. What was removed keeps its line, without its name and its bytes.
create table attachment (
  id {id},
  reference {text} not null unique,
  version {whole} not null,
  ticket {whole} not null references ticket,
  name {text},
  media_type {text} not null,
  size {whole} not null,
  digest {bytes} not null,
  added_at {whole} not null,
  removed_at {whole}
) {strict};
create index attachment_of_ticket on attachment (ticket, id);
create index attachment_by_digest on attachment (digest);
