-- Which releases of the time zones were accepted: the last one is in force. `digest` is that of the
-- names and bytes of all its zones.
create table zone_release (
  act {whole} not null references act,
  rank {whole} not null,
  number {whole} primary key,
  version {text} not null,
  digest {text} not null,
  seal {bytes} not null,
  unique (act, rank)
) {strict};

-- The bytes of each zone (TZif, RFC 8536), as they were when its release was accepted.
create table zone_data (
  release {whole} not null references zone_release,
  name {text} not null,
  bytes {bytes} not null,
  primary key (release, name)
) {strict};
