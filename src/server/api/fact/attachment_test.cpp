// Files of tickets over the API.
#include <gmock/gmock.h>

#include "server/api/fact/attachment_routes.h"
#include "server/api/fact/fact_for_test.h"
#include "server/api/route_refusals.h"

namespace vigie {
namespace {

using testing::HasSubstr;

class Attachments : public FactApi {
 protected:
  Response attach(const std::string& name, const std::string& bytes,
                  const std::string& type = "text/plain") {
    return ask({.method = Method::post,
                .path = "/api/tickets/INC-1/attachments?name=" + name,
                .body = bytes,
                .fields = {{"Content-Type", type}}});
  }
  std::string field_of(const Response& response, std::string_view name) {
    for (const auto& [field, value] : response.fields) {
      if (field == name) return value;
    }
    return {};
  }
  std::int64_t count(const char* table) {
    std::int64_t number = 0;
    here().database.read([&](Connection& rows) {
      rows.run(std::string{"select count(*) from "} + table, {},
               [&](const Row& row) { number = row.whole(0); });
    });
    return number;
  }
};
VIGIE_ON_BOTH_DATABASES(Attachments);

TEST_P(Attachments, a_file_comes_back_byte_for_byte_as_a_download_that_runs_nowhere) {
  open_ticket();
  std::string bytes(600'000, 'x');
  bytes[7] = '\0';
  bytes += "<script>alert(1)</script>";
  const Response attached = attach("page%20d%E2%80%99accueil.html", bytes, "Text/HTML; charset=x");
  ASSERT_EQ(attached.status, 201) << attached.body;
  EXPECT_EQ(field_of(attached, "Location"), "/api/attachments/ATT-1");
  EXPECT_EQ(of_body(attached, "media_type"), "text/html");
  EXPECT_EQ(of_body(attached, "size"), std::to_string(bytes.size()));
  const Response file = get("/api/attachments/ATT-1/file");
  EXPECT_EQ(file.body, bytes);
  EXPECT_EQ(file.media_type, "application/octet-stream");
  EXPECT_EQ(field_of(file, "X-Content-Type-Options"), "nosniff");
  EXPECT_THAT(field_of(file, "Content-Security-Policy"), HasSubstr("sandbox"));
  EXPECT_THAT(field_of(file, "Content-Disposition"), HasSubstr("attachment; filename="));
  EXPECT_THAT(get("/api/tickets/INC-1/attachments").body, HasSubstr("ATT-1"));
  be_customer_of(zenith);
  for (const char* path : {"/api/attachments/ATT-1", "/api/attachments/ATT-1/file",
                           "/api/tickets/INC-1/attachments"}) {
    EXPECT_EQ(code_of(get(path)), "not_found") << path;
  }
}

TEST_P(Attachments, a_page_that_calls_itself_an_image_runs_no_more_than_another) {
  open_ticket();
  const std::pair<const char*, const char*> forged[] = {
      {"<html><script>alert(1)</script></html>", "image/png"},
      {R"-(<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>)-", "image/svg+xml"},
      {"\x89PNG\r\n\x1A\n<script>alert(1)</script>", "image/png"},
      {"alert(1)", "text/javascript"}};
  int number = 0;
  for (const auto& [bytes, type] : forged) {
    ASSERT_EQ(attach("logo.png", bytes, type).status, 201) << type;
    const std::string path = "/api/attachments/ATT-" + std::to_string(++number) + "/file";
    for (const std::string& asked : {path, path + "?media_type=text/html"}) {
      const Response file = get(asked);
      EXPECT_EQ(file.body, bytes);
      EXPECT_EQ(file.media_type, "application/octet-stream") << type;
      EXPECT_EQ(field_of(file, "X-Content-Type-Options"), "nosniff");
      EXPECT_EQ(field_of(file, "Content-Security-Policy"), "sandbox; default-src 'none'");
      EXPECT_THAT(field_of(file, "Content-Disposition"), testing::StartsWith("attachment;"));
    }
  }
}

TEST_P(Attachments, the_same_bytes_are_kept_once_until_the_last_is_removed) {
  open_ticket();
  attach("a.txt", "the same");
  attach("b.txt", "the same");
  EXPECT_EQ(count("blob"), 1);
  const auto remove = [&](const std::string& reference, const std::string& reason) {
    return post("/api/attachments/" + reference + "/removal", R"({"reason": ")" + reason + "\"}");
  };
  EXPECT_EQ(code_of(remove("ATT-1", "")), "note_missing");
  EXPECT_EQ(of_body(remove("ATT-1", "Names a patient."), "name"), "none");
  EXPECT_EQ(get("/api/attachments/ATT-2/file").body, "the same");
  EXPECT_EQ(code_of(get("/api/attachments/ATT-1/file")), "attachment_gone");
  EXPECT_EQ(code_of(remove("ATT-1", "Again.")), "attachment_gone");
  remove("ATT-2", "That one too.");
  EXPECT_EQ(count("blob") + count("chunk"), 0);
}

TEST_P(Attachments, what_cannot_be_attached_is_refused_before_a_byte_is_kept) {
  open_ticket();
  EXPECT_EQ(code_of(attach("..%2Fpasswd", "x")), "file_name_malformed");
  EXPECT_EQ(code_of(attach("a%0D%0AX-A:%20b", "x")), "file_name_malformed");
  EXPECT_EQ(code_of(attach("..", "x")), "file_name_malformed");
  EXPECT_EQ(code_of(attach("", "x")), "file_name_malformed");
  EXPECT_EQ(code_of(attach("a.txt", "x", "text")), "file_type_malformed");
  EXPECT_EQ(code_of(attach("a.txt", "")), "file_empty");
  EXPECT_EQ(count("chunk"), 0);
  for (int i = 0; i < 100; ++i) ASSERT_EQ(attach("a.txt", "x" + std::to_string(i)).status, 201);
  EXPECT_EQ(code_of(attach("a.txt", "x")), "attachments_full");
  for (const Route& route : attachment_routes(here())) {
    if (route.method == Method::post && route.pattern.ends_with("attachments")) {
      EXPECT_EQ(route.most_body, Limit::attachment_bytes);
    }
  }
  EXPECT_GT(Limits{}[Limit::attached_bytes_of_ticket], Limits{}[Limit::attachment_bytes]);
  EXPECT_EQ(Limits{}[Limit::attachments_of_ticket], 100);
}

TEST(AttachmentName, is_told_in_plain_letters_and_in_full) {
  EXPECT_EQ(disposition_of("a b\"c.txt"),
            "attachment; filename=\"a b_c.txt\"; filename*=UTF-8''a%20b%22c.txt");
  EXPECT_EQ(disposition_of("é.txt"),
            "attachment; filename=\"__.txt\"; filename*=UTF-8''%C3%A9.txt");
}

}  // namespace
}  // namespace vigie
