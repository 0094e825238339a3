#include "usecase/notice/webhook_signature.h"

#include <gtest/gtest.h>

#include "usecase/notice/kept_secret.h"

namespace vigie {
namespace {

// The example that the libraries of Standard Webhooks test themselves with.
constexpr std::string_view secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
constexpr SignedCall call{.id = "msg_p5jXN8AQM9LWM0D4loKWxJek",
                          .timestamp = "1614265330",
                          .body = R"({"test": 2432232314})"};
constexpr std::string_view signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

TEST(WebhookSignature, it_is_that_of_the_standard) {
  EXPECT_EQ(webhook_signature(secret, call), signature);
  EXPECT_TRUE(is_signed_by(secret, call, signature));
}

TEST(WebhookSignature, one_of_several_is_enough_while_a_secret_is_changed) {
  const std::string several = "v1,AAAA v2,other " + std::string{signature};
  EXPECT_TRUE(is_signed_by(secret, call, several));
  EXPECT_FALSE(is_signed_by(secret, call, "v1,AAAA v2,other"));
  EXPECT_FALSE(is_signed_by(secret, call, ""));
}

TEST(WebhookSignature, another_body_or_another_secret_is_not_signed) {
  EXPECT_FALSE(is_signed_by(secret, {call.id, call.timestamp, "{}"}, signature));
  EXPECT_FALSE(is_signed_by(made_webhook_secret(), call, signature));
}

TEST(WebhookSignature, secrets_are_known_by_their_form) {
  EXPECT_TRUE(is_webhook_secret(made_webhook_secret()));
  EXPECT_FALSE(is_webhook_secret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
  EXPECT_FALSE(is_webhook_secret("whsec_short"));
}

TEST(WebhookSignature, a_call_is_timely_for_five_minutes) {
  const Instant sent{std::chrono::seconds{1'614'265'330}};
  EXPECT_TRUE(is_timely(call, sent + std::chrono::minutes{5}));
  EXPECT_TRUE(is_timely(call, sent - std::chrono::minutes{5}));
  EXPECT_FALSE(is_timely(call, sent + std::chrono::seconds{301}));
  EXPECT_FALSE(is_timely({call.id, "soon", call.body}, sent));
}

TEST(KeptSecret, it_is_shown_again_with_the_key_alone) {
  const SealingKey key = SealingKey::made();
  Bytes sealed = sealed_secret(key, secret);
  EXPECT_EQ(opened_secret(key, sealed), secret);
  EXPECT_EQ(opened_secret(SealingKey::made(), sealed), std::nullopt);
  sealed.back() ^= std::byte{1};
  EXPECT_EQ(opened_secret(key, sealed), std::nullopt);
  EXPECT_EQ(opened_secret(key, {}), std::nullopt);
}

}  // namespace
}  // namespace vigie
