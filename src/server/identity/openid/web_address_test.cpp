#include "server/identity/openid/web_address.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

TEST(WebAddress, is_https_or_this_machine) {
  for (const char* text :
       {"https://login.example.com", "https://Login.Example.com:8443/realms/nova",
        "http://127.0.0.1:1234", "http://[::1]:80/a", "http://localhost/callback"}) {
    EXPECT_TRUE(web_address_from(text)) << text;
  }
  EXPECT_EQ(web_address_from("https://Login.Example.com:8443/realms/nova")->host,
            "login.example.com");
  EXPECT_EQ(web_address_from("https://login.example.com:8443/realms/nova")->path, "/realms/nova");
  EXPECT_TRUE(web_address_from("https://a.example/keys?page=1", true));
}

TEST(WebAddress, nothing_else_is_asked) {
  for (const char* text :
       {"", "https://", "http://login.example.com", "http://127.0.0.1.example.com/",
        "ftp://a.example", "file:///etc/passwd", "https://user@a.example", "https://a.example#f",
        "https://a.example?q=1", "https://a.example:port/", "https://a.example:123456",
        "https://a.example/a b", "https://a.example/\n", "https://[::2]/", "https://[::1",
        "https://-a/", "https://a\\b/", "http://localhost@evil.example/"}) {
    EXPECT_FALSE(web_address_from(text)) << text;
  }
  EXPECT_FALSE(web_address_from("https://a.example/" + std::string(2'000, 'a')));
}

}  // namespace
}  // namespace vigie
