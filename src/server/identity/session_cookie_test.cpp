#include "server/identity/session_cookie.h"

#include <gtest/gtest.h>

#include "server/transport/limits.h"
#include "server/transport/request_head.h"

namespace vigie {
namespace {

Request request_with(const std::string& fields) {
  auto read =
      read_head("POST /api/x HTTP/1.1\r\nHost: vigie.example:8080\r\n" + fields + "\r\n", {});
  return std::move(read).value().request;
}

TEST(SessionCookie, it_is_found_among_others) {
  EXPECT_EQ(session_in(request_with("Cookie: a=1; vigie_session=secret; b=2\r\n")), "secret");
  EXPECT_EQ(session_in(request_with("Cookie: vigie_session=\r\n")), "");
  EXPECT_EQ(session_in(request_with("Cookie: not_vigie_session=x; vigie_session2=y\r\n")), "");
  EXPECT_EQ(session_in(request_with("")), "");
}

TEST(SessionCookie, it_is_unseen_by_scripts_and_other_sites_and_secure_under_tls) {
  EXPECT_EQ(session_cookie(request_with(""), "s", 60),
            "vigie_session=s; Path=/; HttpOnly; SameSite=Strict; Max-Age=60");
  Request secure = request_with("");
  secure.is_secure = true;
  EXPECT_EQ(session_cookie(secure, "s", 60),
            "vigie_session=s; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=60");
  EXPECT_EQ(no_session_cookie(request_with("Origin: https://vigie.example:8080\r\n")),
            "vigie_session=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0");
}

TEST(SessionCookie, a_page_of_another_site_is_told_from_ours) {
  struct Site {
    const char* fields;
    bool is_same;
    bool is_other;
  };
  const Site sites[] = {
      {"Sec-Fetch-Site: same-origin\r\n", true, false},
      {"Sec-Fetch-Site: none\r\n", true, false},
      {"Sec-Fetch-Site: same-site\r\n", false, true},
      {"Sec-Fetch-Site: cross-site\r\nOrigin: http://vigie.example:8080\r\n", false, true},
      {"Origin: http://vigie.example:8080\r\n", true, false},
      {"Origin: https://VIGIE.example:8080\r\n", true, false},
      {"Origin: http://vigie.example\r\n", false, true},
      {"Origin: http://evil.example\r\n", false, true},
      {"Origin: null\r\n", false, true},
      {"", false, false},
  };
  for (const Site& site : sites) {
    const Request request = request_with(site.fields);
    EXPECT_EQ(is_same_site(request), site.is_same) << site.fields;
    EXPECT_EQ(is_of_another_site(request), site.is_other) << site.fields;
  }
}

}  // namespace
}  // namespace vigie
