#include "store/blob/blob.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "engine/base/require.h"

namespace vigie {

namespace {

constexpr std::size_t digest_bytes = 32;

const unsigned char* octets(BytesView bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

Bytes digest_of_bytes(BytesView bytes) {
  Bytes digest(digest_bytes);
  crypto_generichash(reinterpret_cast<unsigned char*>(digest.data()), digest.size(), octets(bytes),
                     bytes.size(), nullptr, 0);
  return digest;
}

struct BlobCutter::State {
  KeepChunk keep;
  crypto_generichash_state whole{};
  Bytes held;
  BlobPlan plan;

  void cut() {
    if (held.empty()) return;
    plan.chunks.push_back(digest_of_bytes(held));
    keep(held);
    held.clear();
  }
};

BlobCutter::BlobCutter(KeepChunk keep) : state_{std::make_unique<State>()} {
  state_->keep = std::move(keep);
  crypto_generichash_init(&state_->whole, nullptr, 0, digest_bytes);
}
BlobCutter::~BlobCutter() = default;
BlobCutter::BlobCutter(BlobCutter&&) noexcept = default;
BlobCutter& BlobCutter::operator=(BlobCutter&&) noexcept = default;

void BlobCutter::add(BytesView bytes) {
  crypto_generichash_update(&state_->whole, octets(bytes), bytes.size());
  state_->plan.size += static_cast<std::int64_t>(bytes.size());
  Bytes& held = state_->held;
  while (!bytes.empty()) {
    const std::size_t room = std::min(bytes.size(), chunk_bytes - held.size());
    held.insert(held.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(room));
    bytes = bytes.subspan(room);
    if (held.size() == chunk_bytes) state_->cut();
  }
}

BlobPlan BlobCutter::finish() {
  state_->cut();
  Bytes digest(digest_bytes);
  crypto_generichash_final(&state_->whole, reinterpret_cast<unsigned char*>(digest.data()),
                           digest.size());
  state_->plan.digest = std::move(digest);
  return std::move(state_->plan);
}

void keep_chunk(Connection& rows, BytesView bytes) {
  const Bytes digest = digest_of_bytes(bytes);
  rows.run("insert into chunk (digest, bytes) values ($1, $2) on conflict (digest) do nothing",
           std::array<Parameter, 2>{BytesView{digest}, bytes}, {});
}

// PostgreSQL: nobody forgets what is looked at here before this act has ended.
void keep_missing_chunks(Connection& rows, const BlobPlan& plan, BytesView bytes) {
  std::string look = "select 1 from chunk where digest = $1";
  if (rows.dialect() == Dialect::postgresql) look += " for key share";
  for (const Bytes& chunk : plan.chunks) {
    const BytesView piece = bytes.first(std::min(bytes.size(), chunk_bytes));
    bytes = bytes.subspan(piece.size());
    bool is_there = false;
    rows.run(look, std::array<Parameter, 1>{BytesView{chunk}},
             [&](const Row&) { is_there = true; });
    if (!is_there) keep_chunk(rows, piece);
  }
}

void keep_blob(Connection& rows, const BlobPlan& plan) {
  const BytesView digest{plan.digest};
  const bool is_new =
      rows.run("insert into blob (digest, size) values ($1, $2) on conflict (digest) do nothing",
               std::array<Parameter, 2>{digest, plan.size}, {}) == 1;
  for (std::int64_t number = 0; is_new && number < std::ssize(plan.chunks); ++number) {
    const Bytes& chunk = plan.chunks[static_cast<std::size_t>(number)];
    rows.run("insert into blob_chunk (blob, number, chunk) values ($1, $2, $3)",
             std::array<Parameter, 3>{digest, number, BytesView{chunk}}, {});
  }
}

BlobPlan keep_bytes(Connection& rows, BytesView bytes) {
  BlobCutter cutter{[&](BytesView chunk) { keep_chunk(rows, chunk); }};
  cutter.add(bytes);
  BlobPlan plan = cutter.finish();
  keep_blob(rows, plan);
  return plan;
}

std::optional<std::int64_t> size_of_blob(Connection& rows, BytesView digest) {
  std::optional<std::int64_t> size;
  rows.run("select size from blob where digest = $1", std::array<Parameter, 1>{digest},
           [&](const Row& row) { size = row.whole(0); });
  return size;
}

// One statement a chunk: PostgreSQL holds a whole answer in memory.
void read_blob(Connection& rows, BytesView digest, const std::function<void(BytesView)>& each) {
  for (std::int64_t number = 0;; ++number) {
    bool is_there = false;
    rows.run(
        "select c.bytes from blob_chunk b join chunk c on c.digest = b.chunk"
        " where b.blob = $1 and b.number = $2",
        std::array<Parameter, 2>{digest, number}, [&](const Row& row) {
          is_there = true;
          each(row.bytes(0));
        });
    if (!is_there) return;
  }
}

void forget_blob(Connection& rows, BytesView digest) {
  std::vector<Bytes> chunks;
  rows.run("select distinct chunk from blob_chunk where blob = $1",
           std::array<Parameter, 1>{digest},
           [&](const Row& row) { chunks.push_back(FieldValue<Bytes>::from_sql(row, 0)); });
  rows.run("delete from blob_chunk where blob = $1", std::array<Parameter, 1>{digest}, {});
  rows.run("delete from blob where digest = $1", std::array<Parameter, 1>{digest}, {});
  for (const Bytes& chunk : chunks) {
    rows.run(
        "delete from chunk where digest = $1"
        " and not exists (select 1 from blob_chunk where chunk = $1)",
        std::array<Parameter, 1>{BytesView{chunk}}, {});
  }
}

std::int64_t forget_loose_chunks(Connection& rows) {
  return rows.run(
      "delete from chunk where not exists"
      " (select 1 from blob_chunk where blob_chunk.chunk = chunk.digest)",
      {}, {});
}

}  // namespace vigie
