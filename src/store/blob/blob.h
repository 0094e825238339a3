// Bytes of any length, kept once, in chunks by their digest.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/database/connection.h"
#include "store/database/field_value.h"

namespace vigie {

inline constexpr std::size_t chunk_bytes = 262'144;

/// BLAKE2b of 32 bytes, without key: the same bytes have the same name in every installation.
Bytes digest_of_bytes(BytesView bytes);

/// Which bytes, how many, and of which chunks.
struct BlobPlan {
  Bytes digest;
  std::int64_t size = 0;
  std::vector<Bytes> chunks;  // digests, in order
};

/// Cuts bytes that come piece by piece into chunks; at most one chunk is held in memory. It knows
/// no database: an act may run twice, and cutting twice would give other bytes.
class BlobCutter {
 public:
  /// Given each chunk as it is full: `keep_chunk`, in an act of its own or of a few.
  using KeepChunk = std::function<void(BytesView)>;

  explicit BlobCutter(KeepChunk keep);
  ~BlobCutter();
  BlobCutter(BlobCutter&&) noexcept;
  BlobCutter& operator=(BlobCutter&&) noexcept;

  void add(BytesView bytes);
  /// Ends it: nothing more may be added.
  BlobPlan finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Does nothing when it is there already.
void keep_chunk(Connection& rows, BytesView bytes);

/// Keeps those of its chunks that are no longer there: another act may have forgotten a blob that
/// shared them. `bytes`: all of it.
void keep_missing_chunks(Connection& rows, const BlobPlan& plan, BytesView bytes);

/// The blob is there from now on. The caller's promise: its chunks are kept. Does nothing when it
/// is there already.
void keep_blob(Connection& rows, const BlobPlan& plan);

/// All of it at once: for what is small.
BlobPlan keep_bytes(Connection& rows, BytesView bytes);

/// Its size; none when there is no such blob.
std::optional<std::int64_t> size_of_blob(Connection& rows, BytesView digest);

/// Calls `each` chunk after chunk, in order; never when there is no such blob.
void read_blob(Connection& rows, BytesView digest, const std::function<void(BytesView)>& each);

/// Takes a blob away, with the chunks that no other holds. The caller's promise: nobody holds it.
void forget_blob(Connection& rows, BytesView digest);

/// Takes away the chunks of no blob, and gives how many: those of uploads that never ended. One
/// that is on its way keeps what is missing at its end (`keep_missing_chunks`).
std::int64_t forget_loose_chunks(Connection& rows);

}  // namespace vigie
