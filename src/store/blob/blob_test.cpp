#include "store/blob/blob.h"

#include <gtest/gtest.h>

#include "store/database/database_for_test.h"
#include "store/database/migrations.h"

namespace vigie {
namespace {

class Blobs : public OnBothDatabases {
 protected:
  void SetUp() override {
    OnBothDatabases::SetUp();
    database_ = open();
    ASSERT_TRUE(migrate(*database_, migrations()));
  }
  void TearDown() override {
    database_.reset();
    OnBothDatabases::TearDown();
  }

  static Bytes bytes_of(std::size_t size, unsigned salt = 0) {
    Bytes bytes(size);
    for (std::size_t i = 0; i < size; ++i) {
      bytes[i] = static_cast<std::byte>((i / chunk_bytes * 7 + i * 31 + salt) & 255);
    }
    return bytes;
  }
  BlobPlan keep(const Bytes& bytes) {
    BlobPlan kept;
    database_->act([&](Connection& rows) { kept = keep_bytes(rows, bytes); });
    return kept;
  }
  Bytes read(const BlobPlan& blob) {
    Bytes found;
    database_->read([&](Connection& rows) {
      found.clear();
      read_blob(rows, blob.digest,
                [&](BytesView chunk) { found.insert(found.end(), chunk.begin(), chunk.end()); });
    });
    return found;
  }
  std::int64_t count(const char* table) {
    std::int64_t number = 0;
    database_->read([&](Connection& rows) {
      rows.run(std::string{"select count(*) from "} + table, {},
               [&](const Row& row) { number = row.whole(0); });
    });
    return number;
  }

  std::unique_ptr<Database> database_;
};
VIGIE_ON_BOTH_DATABASES(Blobs);

TEST_P(Blobs, what_was_kept_is_read_back_whatever_its_length) {
  for (const std::size_t size : {0UL, 1UL, chunk_bytes, chunk_bytes + 1, 3 * chunk_bytes - 1}) {
    const Bytes bytes = bytes_of(size);
    const BlobPlan kept = keep(bytes);
    EXPECT_EQ(kept.size, static_cast<std::int64_t>(size));
    EXPECT_EQ(kept.digest, digest_of_bytes(bytes));
    EXPECT_EQ(read(kept), bytes);
  }
}

TEST_P(Blobs, the_same_bytes_are_kept_once_and_chunks_are_shared) {
  Bytes first = bytes_of(2 * chunk_bytes);
  Bytes second = first;
  second.push_back(std::byte{1});
  keep(first);
  keep(first);
  EXPECT_EQ(count("blob"), 1);
  const std::int64_t chunks = count("chunk");
  keep(second);
  EXPECT_EQ(count("chunk"), chunks + 1);
}

TEST_P(Blobs, one_that_is_forgotten_leaves_what_another_holds) {
  const Bytes first = bytes_of(2 * chunk_bytes + 5);
  const Bytes second = bytes_of(2 * chunk_bytes + 6);
  const BlobPlan one = keep(first);
  const BlobPlan two = keep(second);
  database_->act([&](Connection& rows) { forget_blob(rows, one.digest); });
  EXPECT_EQ(read(one), Bytes{});
  EXPECT_EQ(read(two), second);
  database_->act([&](Connection& rows) { forget_blob(rows, two.digest); });
  EXPECT_EQ(count("chunk"), 0);
}

TEST_P(Blobs, chunks_that_another_has_taken_away_meanwhile_are_kept_again) {
  const Bytes bytes = bytes_of(2 * chunk_bytes + 5);
  const BlobPlan first = keep(bytes);
  BlobCutter cutter{[](BytesView) {}};  // they are there
  cutter.add(bytes);
  const BlobPlan second = cutter.finish();
  database_->act([&](Connection& rows) { forget_blob(rows, first.digest); });
  database_->act([&](Connection& rows) {
    keep_missing_chunks(rows, second, bytes);
    keep_blob(rows, second);
  });
  EXPECT_EQ(read(second), bytes);
}

TEST_P(Blobs, chunks_may_come_in_several_acts_and_those_of_no_blob_are_swept) {
  const Bytes bytes = bytes_of(2 * chunk_bytes + 5);
  BlobCutter cutter{
      [&](BytesView chunk) { database_->act([&](Connection& rows) { keep_chunk(rows, chunk); }); }};
  const BytesView all{bytes};
  for (std::size_t at = 0; at < bytes.size(); at += 100'000) {
    cutter.add(all.subspan(at, std::min<std::size_t>(100'000, bytes.size() - at)));
  }
  const BlobPlan kept = cutter.finish();
  database_->act([&](Connection& rows) { keep_blob(rows, kept); });
  EXPECT_EQ(read(kept), bytes);
  database_->act([&](Connection& rows) { keep_chunk(rows, bytes_of(chunk_bytes, 9)); });
  const std::int64_t before = count("chunk");
  database_->act([](Connection& rows) { EXPECT_EQ(forget_loose_chunks(rows), 1); });
  EXPECT_EQ(count("chunk"), before - 1);
  EXPECT_EQ(read(kept), bytes);
}

TEST_P(Blobs, one_whose_chunks_are_swept_before_its_end_keeps_them_again) {
  const Bytes bytes = bytes_of(2 * chunk_bytes + 5);
  BlobCutter cutter{
      [&](BytesView chunk) { database_->act([&](Connection& rows) { keep_chunk(rows, chunk); }); }};
  cutter.add(bytes);
  const BlobPlan plan = cutter.finish();
  database_->act([](Connection& rows) { forget_loose_chunks(rows); });
  database_->act([&](Connection& rows) {
    keep_missing_chunks(rows, plan, bytes);
    keep_blob(rows, plan);
  });
  EXPECT_EQ(read(plan), bytes);
}

}  // namespace
}  // namespace vigie
