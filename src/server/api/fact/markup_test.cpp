// Markup that people write anywhere comes back as they wrote it, in an answer that no browser runs.
#include <gmock/gmock.h>

#include "server/api/fact/fact_for_test.h"

namespace vigie {
namespace {

using testing::HasSubstr;

constexpr const char* script = "<script>alert(1)</script>";
constexpr const char* image = "<img src=x onerror=alert(1)>";

class Markup : public FactApi {
 protected:
  void made(const std::string& path, const std::string& body) {
    const Response response = post(path, body);
    ASSERT_EQ(response.status, 201) << path << " " << response.body;
    expect_data(response, path);
  }

  static void expect_data(const Response& response, const std::string& path) {
    const auto& type = response.media_type;
    const bool is_inert = type == "application/json" || type == "application/yaml" ||
                          type.starts_with("text/csv") || type.find("spreadsheetml") != type.npos ||
                          type == "application/octet-stream";
    EXPECT_TRUE(is_inert) << path << " is " << type;
    EXPECT_THAT(response.fields,
                testing::Contains(testing::Pair("X-Content-Type-Options", "nosniff")))
        << path;
  }

  /// Markup in each text that a person may write of facts.
  void write_everywhere() {
    const std::string both = std::string{script} + image;
    const auto text = [&](const char* name) {
      return "\"" + std::string{name} + "\": \"" + both + "\"";
    };
    made("/api/parties", R"({"reference": "x", "kind": "customer", )" + text("name") + "}");
    made("/api/tickets", R"({"customer": "acme", "kind": "incident",)"
                         R"( "opened_at": "2026-10-05T08:00:00Z", )" +
                             text("title") + ", " + text("service") + ", " + text("site") + ", " +
                             text("category") + ", " + text("channel") + "}");
    const std::string events = "/api/tickets/INC-1/events";
    made(events, R"({"event": "assigned", )" + text("team") + ", " + text("party") + ", " +
                     text("note") + "}");
    made(events, R"({"event": "awaiting", "party": "customer", )" + text("value") + "}");
    made(events, R"({"event": "requested", "party": "customer", )" + text("value") + ", " +
                     text("note") + "}");
    made(events, R"({"event": "commented", "audience": "customer", )" + text("note") + "}");
    made("/api/outages", R"({"at": "2026-10-05T08:00:00Z", )" + text("item") + ", " +
                             text("title") + ", " + text("source") + ", " + text("note") + "}");
    made("/api/maintenance", R"({"starts_at": "2026-12-01T02:00:00Z",)"
                             R"( "ends_at": "2026-12-01T04:00:00Z", )" +
                                 text("title") + ", " + text("item") + "}");
    made("/api/disputes", R"({"about": "priority", "ticket": "INC-1", )" + text("motive") + ", " +
                              text("value") + "}");
  }
};
VIGIE_ON_BOTH_DATABASES(Markup);

TEST_P(Markup, comes_back_as_data_from_every_route_of_facts) {
  write_everywhere();
  int told = 0;
  for (const Route& route : routes(here())) {
    if (route.method != Method::get) continue;
    for (const char* reference : {"INC-1", "x", "acme", "OUT-1", "MNT-1", "DSP-1"}) {
      std::string path{route.pattern};
      const std::string hole = "{reference}";
      if (const std::size_t at = path.find(hole); at != std::string::npos) {
        path.replace(at, hole.size(), reference);
      }
      const Response response = get(path);
      if (response.status != 200) continue;
      expect_data(response, path);
      if (response.body.find("alert(1)") == std::string::npos) continue;
      EXPECT_THAT(response.body, HasSubstr(script)) << path << " changed what was written";
      EXPECT_THAT(response.body, HasSubstr(image)) << path << " changed what was written";
      ++told;
    }
  }
  EXPECT_GE(told, 10) << "too few routes told of it: the sweep is blind";
}

}  // namespace
}  // namespace vigie
