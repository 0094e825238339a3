#include "server/app/app_pages.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "server/app/app_files.h"

namespace vigie {

namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Request get(std::string path, std::string_view codings = {}) {
  const std::string name = "accept-encoding";
  Request request{.method = Method::get, .path = std::move(path)};
  if (codings.empty()) return request;
  request.fields = Fields{name + std::string{codings}};
  const std::string_view text = request.fields.text();
  request.fields.add(text.substr(0, name.size()), text.substr(name.size()));
  return request;
}

std::string field_in(const Response& response, std::string_view name) {
  for (const auto& [each, value] : response.fields) {
    if (each == name) return value;
  }
  return {};
}

/// A test of what was built with the app; without, it has nothing to look at.
class AppPages : public testing::Test {
 protected:
  void SetUp() override {
    if (app_files().empty()) GTEST_SKIP() << "the program was built without the web app";
  }
};

TEST_F(AppPages, any_address_outside_of_the_api_is_the_page_that_finds_the_rest) {
  for (const char* path : {"/", "/board", "/tickets/INC-1", "/customers/ville/"}) {
    const auto page = app_page(get(path));
    ASSERT_TRUE(page) << path;
    EXPECT_EQ(page->media_type, "text/html; charset=utf-8") << path;
    EXPECT_THAT(page->body, HasSubstr("<div id=\"app\">")) << path;
    EXPECT_EQ(field_in(*page, "Cache-Control"), "no-cache") << path;
  }
}

TEST_F(AppPages, nothing_is_given_for_the_api_for_missing_files_and_for_what_writes) {
  for (const char* path :
       {"/api", "/api/nothing", "/reference/nothing", "/assets/none.js", "/favicon.ico"}) {
    EXPECT_FALSE(app_page(get(path))) << path;
  }
  Request posted = get("/board");
  posted.method = Method::post;
  EXPECT_FALSE(app_page(posted));
}

TEST_F(AppPages, the_page_may_run_and_show_what_is_of_this_program_alone) {
  const std::string policy = field_in(*app_page(get("/")), "Content-Security-Policy");
  EXPECT_THAT(policy, HasSubstr("default-src 'none'"));
  EXPECT_THAT(policy, HasSubstr("script-src 'self';"));
  EXPECT_THAT(policy, HasSubstr("style-src 'self';"));
  EXPECT_THAT(policy, HasSubstr("frame-ancestors 'none'"));
  EXPECT_THAT(policy, Not(HasSubstr("unsafe")));
  EXPECT_THAT(policy, Not(HasSubstr("http")));
}

TEST_F(AppPages, files_whose_name_changes_with_them_are_kept_for_ever) {
  const auto files = app_files();
  const auto script = std::find_if(files.begin(), files.end(), [](const AppFile& file) {
    return file.path.starts_with("/assets/index") && file.path.ends_with(".js");
  });
  ASSERT_NE(script, files.end());
  const auto plain = app_page(get(std::string{script->path}));
  ASSERT_TRUE(plain);
  EXPECT_THAT(field_in(*plain, "Cache-Control"), HasSubstr("immutable"));
  EXPECT_THAT(field_in(*plain, "Content-Encoding"), IsEmpty());
  const auto packed = app_page(get(std::string{script->path}, "gzip, br"));
  EXPECT_EQ(field_in(*packed, "Content-Encoding"), "br");
  EXPECT_LT(packed->body.size(), plain->body.size() / 2);
  EXPECT_NE(packed->entity_tag, plain->entity_tag);
  EXPECT_EQ(field_in(*app_page(get(std::string{script->path}, "gzip")), "Content-Encoding"),
            "gzip");
}

}  // namespace

}  // namespace vigie
