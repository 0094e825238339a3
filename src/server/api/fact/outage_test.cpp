// Outages and maintenance windows over the API.
#include <gmock/gmock.h>

#include "engine/outage/outage_reading.h"
#include "server/api/fact/fact_for_test.h"
#include "store/journal/verify.h"
#include "usecase/outage/outage_log.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

class Outages : public FactApi {
 protected:
  Response open_outage(const std::string& more = {}) {
    return post("/api/outages", R"({"item": "mail", "title": "No mail", "customer": "acme",)"
                                R"( "at": "2026-03-02T10:00:00Z")" +
                                    more + "}");
  }
  Response tell_outage(const std::string& event, const std::string& at,
                       const std::string& more = {}) {
    return post("/api/outages/OUT-1/events",
                R"({"event": ")" + event + R"(", "at": ")" + at + "\"" + more + "}");
  }
};
VIGIE_ON_BOTH_DATABASES(Outages);

TEST_P(Outages, an_outage_is_told_restored_corrected_and_confirmed) {
  const Response opened = open_outage(R"(, "users": 40, "source": "probe")");
  EXPECT_EQ(of_body(opened, "reference"), "OUT-1");
  EXPECT_EQ(of_body(opened, "restored_at"), "none");
  tell_outage("severity_changed", "2026-03-02T10:30:00Z", R"(, "weight": 250)");
  EXPECT_EQ(of_body(tell_outage("restored", "2026-03-02T12:00:00Z"), "restored_at"),
            "2026-03-02T12:00:00Z");
  const Response corrected = tell_outage("restored", "2026-03-02T11:30:00Z",
                                         R"(, "corrects": 3, "note": "The probe was slow.")");
  EXPECT_EQ(of_body(corrected, "restored_at"), "2026-03-02T11:30:00Z");
  EXPECT_EQ(of_body(tell_outage("confirmed", "2026-03-02T13:00:00Z"), "version"), "5");
  EXPECT_THAT(get("/api/outages/OUT-1").body, HasSubstr(R"("note":"The probe was slow.")"));

  // As the engine reads it: 30 minutes down, an hour at a quarter.
  Names names;
  Findings findings;
  ReadingOfOutages reading;
  here().database.read([&](Connection& rows) {
    const Scope all = Scope::whole();
    const OutageLog log = outage_log(rows, {.scope = all}, names);
    reading =
        read_outages({.log = log, .names = names, .as_of = last_instant - Duration{1}}, findings);
  });
  ASSERT_EQ(reading.items.size(), 1U);
  const auto& episode = reading.items.begin()->second.episodes.at(0);
  ASSERT_EQ(episode.changes.size(), 2U);
  EXPECT_EQ(episode.changes[1].severity, (Ratio{1, 4}));
  EXPECT_EQ(*episode.restored - episode.began, std::chrono::minutes{90});
  EXPECT_TRUE(verify_journal(here().database, here().sealer.key()).damages.empty());
}

TEST_P(Outages, what_cannot_be_is_refused) {
  EXPECT_EQ(code_of(post("/api/outages", R"({"item": " ", "title": "x"})")), "item_missing");
  EXPECT_EQ(code_of(post("/api/outages", R"({"item": "a", "title": " "})")), "name_malformed");
  EXPECT_EQ(code_of(post("/api/outages", R"({"item": "a", "title": "x", "customer": "b"})")),
            "customer_unknown");
  EXPECT_EQ(code_of(open_outage(R"(, "weight": 1001)")), "weight_malformed");
  EXPECT_EQ(code_of(post("/api/outages", R"({"item": "a", "title": "x",)"
                                         R"( "at": "2199-01-01T00:00:00Z"})")),
            "event_in_the_future");
  open_outage();
  EXPECT_EQ(code_of(tell_outage("confirmed", "2026-03-02T11:00:00Z")), "outage_goes_on");
  EXPECT_EQ(code_of(tell_outage("restored", "2026-03-02T09:00:00Z")), "interval_empty");
  EXPECT_EQ(code_of(tell_outage("restored", "2026-03-02T11:00:00Z", R"(, "corrects": 7)")),
            "event_unknown");
  EXPECT_EQ(code_of(tell_outage("detected", "2026-03-02T11:00:00Z", R"(, "corrects": 1)")),
            "note_missing");
  tell_outage("restored", "2026-03-02T11:00:00Z");
  EXPECT_EQ(code_of(tell_outage("restored", "2026-03-02T12:00:00Z")), "outage_is_over");
  const Response false_alarm = tell_outage("withdrawn", "2026-03-02T12:00:00Z");
  EXPECT_EQ(of_body(false_alarm, "withdrawn"), "true");
}

TEST_P(Outages, a_customer_sees_his_own_and_what_is_of_everyone_is_for_those_who_see_everything) {
  open_outage();
  post("/api/outages", R"({"item": "core", "title": "Whole network"})");
  be_customer_of(acme);
  EXPECT_THAT(get("/api/outages").body, HasSubstr("OUT-1"));
  EXPECT_THAT(get("/api/outages").body, Not(HasSubstr("OUT-2")));
  EXPECT_EQ(code_of(get("/api/outages/OUT-2")), "not_found");
  be_customer_of(zenith);
  EXPECT_EQ(get("/api/outages").body, R"({"items":[]})");
}

TEST_P(Outages, maintenance_is_announced_moved_and_withdrawn_each_time_dated) {
  const std::string window = R"({"title": "Disks", "item": "mail", "customer": "acme",)"
                             R"( "announced_at": "2026-03-01T08:00:00Z",)"
                             R"( "starts_at": "2026-03-08T20:00:00Z",)";
  EXPECT_EQ(code_of(post("/api/maintenance", window + R"("ends_at": "2026-03-08T20:00:00Z"})")),
            "interval_empty");
  EXPECT_EQ(post("/api/maintenance", window + R"("ends_at": "2026-03-08T22:00:00Z"})").status, 201);
  const auto change = [&](const std::string& body, const std::string& version) {
    return ask({.method = Method::patch,
                .path = "/api/maintenance/MNT-1",
                .body = body,
                .fields = {{"If-Match", "\"" + version + "\""}}});
  };
  const Response moved = change(R"({"ends_at": "2026-03-08T23:00:00Z"})", "1");
  EXPECT_EQ(of_body(moved, "ends_at"), "2026-03-08T23:00:00Z");
  EXPECT_NE(of_body(moved, "announced_at"), "2026-03-01T08:00:00Z");
  EXPECT_EQ(code_of(change("{}", "1")), "version_changed");
  EXPECT_EQ(of_body(change(R"({"withdrawn": true})", "2"), "withdrawn"), "true");
  EXPECT_EQ(code_of(change("{}", "3")), "maintenance_withdrawn");
  EXPECT_THAT(get("/api/maintenance").body, HasSubstr("MNT-1"));
  Names names;
  here().database.read([&](Connection& rows) {
    const Scope all = Scope::whole();
    EXPECT_EQ(outage_log(rows, {.scope = all}, names).maintenance().size(), 3U);
  });
}

}  // namespace
}  // namespace vigie
