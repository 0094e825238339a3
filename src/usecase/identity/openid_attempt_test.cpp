#include "usecase/identity/openid_attempt.h"

#include <gtest/gtest.h>

#include <set>

#include "usecase/identity/base64url.h"

namespace vigie {
namespace {

constexpr Instant begun_at{std::chrono::hours{24 * 20'500}};

TEST(OpenidAttempt, comes_back_as_it_left_with_the_same_key_only) {
  const SealingKey key = SealingKey::made();
  const auto left = OpenidAttempt::begun(key, begun_at, "/tickets?a=1");
  const auto back = OpenidAttempt::from(key, left.shown());
  ASSERT_TRUE(back);
  EXPECT_EQ(back->state(), left.state());
  EXPECT_EQ(back->nonce(), left.nonce());
  EXPECT_EQ(back->verifier(), left.verifier());
  EXPECT_EQ(back->begun_at(), begun_at);
  EXPECT_EQ(back->to(), "/tickets?a=1");
  EXPECT_FALSE(OpenidAttempt::from(SealingKey::made(), left.shown()));
}

TEST(OpenidAttempt, no_byte_of_it_can_be_changed) {
  const SealingKey key = SealingKey::made();
  const std::string shown = OpenidAttempt::begun(key, begun_at, "/").shown();
  for (std::size_t i = 0; i < shown.size(); ++i) {
    std::string changed = shown;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(OpenidAttempt::from(key, changed)) << i;
    EXPECT_FALSE(OpenidAttempt::from(key, shown.substr(0, i))) << i;
  }
  EXPECT_FALSE(OpenidAttempt::from(key, shown + "A"));
  EXPECT_FALSE(OpenidAttempt::from(key, shown + "."));
}

TEST(OpenidAttempt, what_is_told_of_it_tells_nothing_of_the_rest) {
  const SealingKey key = SealingKey::made();
  const auto one = OpenidAttempt::begun(key, begun_at, "/");
  const auto other = OpenidAttempt::begun(key, begun_at, "/");
  const std::set<std::string> words{one.state(),   one.nonce(),   one.verifier(),  one.challenge(),
                                    other.state(), other.nonce(), other.verifier()};
  EXPECT_EQ(words.size(), 7U);
  for (const std::string& word : words) EXPECT_EQ(word.size(), 43U);
}

TEST(OpenidAttempt, bytes_come_back_from_base64url) {
  EXPECT_EQ(base64url_of("\xFB\xFF"), "-_8");
  EXPECT_EQ(behind_base64url("-_8"), "\xFB\xFF");
  EXPECT_EQ(behind_base64url(""), "");
  for (const char* wrong : {"-_9", "-_8=", "+/8", "-", " -_8", "-_8\n"}) {
    EXPECT_FALSE(behind_base64url(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace vigie
