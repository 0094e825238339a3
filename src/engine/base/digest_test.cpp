#include "engine/base/digest.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

TEST(Digest, names_bytes_whatever_the_pieces_they_come_in) {
  Digest pieces;
  pieces.add("review ");
  pieces.add("pack");
  EXPECT_EQ(pieces.text(), digest_of("review pack"));
  EXPECT_NE(digest_of("review pack"), digest_of("review pack "));
}

// Computed with Python's hashlib.blake2b(b"", digest_size=16).
TEST(Digest, is_blake2b_of_sixteen_bytes) {
  EXPECT_EQ(digest_of(""), "cae66941d9efbd404e4d88758ea67670");
}

}  // namespace
}  // namespace vigie
