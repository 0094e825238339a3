#include "store/journal/seal_acts.h"

#include "store/journal/seal_maker.h"

namespace vigie {

namespace {

struct Unsealed {
  std::int64_t act;
  Bytes digest;
};

std::vector<Unsealed> unsealed_acts(Connection& rows, std::int64_t most) {
  std::vector<Unsealed> found;
  rows.run("select act, digest from act_seal where position is null order by act limit $1",
           std::array<Parameter, 1>{most}, [&](const Row& row) {
             found.push_back({row.whole(0), FieldValue<Bytes>::from_sql(row, 1)});
           });
  return found;
}

struct Head {
  std::int64_t number = 0;
  std::int64_t position = 0;
  Bytes digest;
};

Head head_of(Connection& rows) {
  Head head;
  rows.run("select number, last_position, digest from block order by number desc limit 1", {},
           [&](const Row& row) {
             head = {row.whole(0), row.whole(1), FieldValue<Bytes>::from_sql(row, 2)};
           });
  return head;
}

}  // namespace

Sealed seal_acts(Connection& rows, const SealingKey& key, std::int64_t most) {
  const auto acts = unsealed_acts(rows, most);
  const Head head = head_of(rows);
  if (acts.empty()) return {.acts = 0, .position = head.position};
  SealMaker chain{key, SealMaker::of_block};
  chain.add(head.digest);
  std::int64_t position = head.position;
  for (const Unsealed& act : acts) {
    ++position;
    rows.run("update act_seal set position = $1 where act = $2",
             std::array<Parameter, 2>{position, act.act}, {});
    chain.add(position).add(act.act).add(act.digest);
  }
  const Bytes digest = chain.bytes();
  rows.run(
      "insert into block (number, first_position, last_position, sealed_at, digest)"
      " values ($1, $2, $3, clock_now(), $4)",
      std::array<Parameter, 4>{head.number + 1, head.position + 1, position, BytesView{digest}},
      {});
  return {.acts = static_cast<std::int64_t>(acts.size()), .position = position};
}

std::int64_t last_position(Connection& rows) {
  std::int64_t position = 0;
  rows.run("select last_position from block order by number desc limit 1", {},
           [&](const Row& row) { position = row.whole(0); });
  return position;
}

}  // namespace vigie
