// What sources say, and the outages that it comes to.
#include <gmock/gmock.h>

#include <thread>

#include "server/api/source/source_for_test.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::HasSubstr;

class AlertCalls : public SourceForTest {
 protected:
  Response say(const std::string& severity) {
    return tell("prom",
                alerts({fires(0, "f1", R"("service": "mail", "severity": ")" + severity + "\"")}));
  }
  /// The events of an outage that hold: "detected 250, severity_changed 1000".
  std::string weights(const std::string& outage) {
    std::string text;
    here().database.read([&](Connection& rows) {
      rows.run(
          "select e.word, coalesce(e.weight, 0) from outage_event e join outage o on o.id ="
          " e.outage where o.reference = $1 and e.word <> 'withdrawn' and not exists (select 1 from"
          " outage_event x where x.outage = e.outage and x.supersedes = e.sequence)"
          " order by e.sequence",
          std::array<Parameter, 1>{outage}, [&](const Row& row) {
            text += (text.empty() ? "" : ", ") + std::string{row.text(0)};
            if (row.whole(1) > 0) text += " " + std::to_string(row.whole(1));
          });
    });
    return text;
  }

  const std::string by_severity_ =
      R"(, "profile": "severity: {values: {minor: 25 %, major: down}}")";
};
VIGIE_ON_BOTH_DATABASES(AlertCalls);

TEST_P(AlertCalls, an_alert_opens_an_outage_and_its_end_ends_it_once) {
  add("prom", "alertmanager", R"(, "customer": "acme")");
  tell("prom", alerts({fires(0)}));
  EXPECT_EQ(outages(), "OUT-1 mail 0-");
  tell("prom", alerts({fires(0)}));
  tell("prom", alerts({ends(0, 5)}));
  EXPECT_EQ(outages(), "OUT-1 mail 0-5");
  tell("prom", alerts({ends(0, 5)}));
  tell("prom", alerts({fires(0)}));  // a late copy
  EXPECT_EQ(outages(), "OUT-1 mail 0-5");
  tell("prom", alerts({ends(0, 5), fires(9)}));
  EXPECT_EQ(outages(), "OUT-1 mail 0-5; OUT-2 mail 9-");
  const Response outage = get("/api/outages/OUT-1");
  EXPECT_THAT(outage.body, HasSubstr(R"("title":"No mail")"));
  EXPECT_THAT(outage.body, HasSubstr(R"("customer":"acme")"));
  EXPECT_THAT(outage.body, HasSubstr(R"("source":"prom")"));
  std::string doors;
  here().database.read([&](Connection& rows) {
    rows.run("select distinct door || ' ' || coalesce(account, 0) from act where thing = 'outage'",
             {}, [&](const Row& row) { doors += row.text(0); });
  });
  EXPECT_EQ(doors, "source 0");
  EXPECT_TRUE(verify_journal(here().database, here().sealer.key()).damages.empty());
}

TEST_P(AlertCalls, the_order_in_which_they_come_does_not_matter) {
  add("prom", "alertmanager");
  const std::vector<std::string> story{fires(0), ends(0, 5), fires(9), ends(9, 12)};
  std::vector<int> order{0, 1, 2, 3};
  int source = 0;
  do {
    const std::string fingerprint = "p" + std::to_string(source++);
    const std::vector<std::string> told{fires(0, fingerprint), ends(0, 5, fingerprint),
                                        fires(9, fingerprint), ends(9, 12, fingerprint)};
    for (const int i : order) tell("prom", alerts({told[static_cast<std::size_t>(i)]}));
  } while (std::ranges::next_permutation(order).found);
  std::string all = outages();
  int first = 0;
  int second = 0;
  for (std::size_t at = 0; (at = all.find(" mail ", at)) != std::string::npos; ++at) {
    const std::string when = all.substr(at + 6, all.find(';', at) - at - 6);
    first += when == "0-5" ? 1 : 0;
    second += when == "9-12" ? 1 : 0;
    EXPECT_TRUE(when == "0-5" || when == "9-12") << when;
  }
  EXPECT_EQ(first, 24);
  EXPECT_EQ(second, 24);
}

TEST_P(AlertCalls, flapping_is_one_outage_and_a_blip_is_none) {
  add("prom", "alertmanager", R"(, "opens_after_seconds": 120, "closes_after_seconds": 300)");
  tell("prom", alerts({ends(0, 1)}));
  EXPECT_EQ(outages(), "");
  tell("prom", alerts({ends(10, 13)}));
  EXPECT_EQ(outages(), "OUT-1 mail 10-13");
  tell("prom", alerts({ends(16, 17)}));  // heard late: it went on
  EXPECT_EQ(outages(), "OUT-1 mail 10-17");
  tell("prom", alerts({fires(20)}));
  EXPECT_EQ(outages(), "OUT-1 mail 10-");
  tell("prom", alerts({ends(20, 21)}));
  EXPECT_EQ(outages(), "OUT-1 mail 10-21");
  tell("prom", alerts({ends(40, 41), ends(30, 33)}));
  EXPECT_EQ(outages(), "OUT-1 mail 10-21; OUT-2 mail 30-33");
  EXPECT_THAT(get("/api/outages/OUT-1").body, HasSubstr(R"("note":"Our prom")"));
}

TEST_P(AlertCalls, an_outage_that_proves_to_be_a_blip_is_withdrawn) {
  add("prom", "alertmanager", R"(, "opens_after_seconds": 120)");
  tell("prom", alerts({fires(0)}));
  EXPECT_EQ(outages(), "OUT-1 mail 0-");
  const Response ended = tell("prom", alerts({ends(0, 1)}));
  EXPECT_THAT(ended.body, HasSubstr(R"("corrected":2)"));
  EXPECT_EQ(outages(), "OUT-1 mail withdrawn");
  tell("prom", alerts({fires(10)}));
  EXPECT_EQ(outages(), "OUT-1 mail withdrawn; OUT-2 mail 10-");
}

TEST_P(AlertCalls, what_lasts_opens_later_and_is_dated_when_it_began) {
  add("prom", "alertmanager", R"(, "opens_after_seconds": 3601)");
  epoch_ += std::chrono::seconds{2};
  tell("prom", alerts({fires(0)}));
  EXPECT_EQ(outages(), "");
  EXPECT_THAT(get("/api/sources/prom/alerts").body, HasSubstr("changes_at"));
  EXPECT_EQ(settle_alerts(here()), 0);
  std::vector<std::jthread> nodes;
  for (int i = 0; i < 3; ++i) {
    nodes.emplace_back([this] {
      const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
      while (outages().empty() && std::chrono::steady_clock::now() < end) settle_alerts(here());
    });
  }
  nodes.clear();
  EXPECT_EQ(outages(), "OUT-1 mail 0-");
  EXPECT_EQ(settle_alerts(here()), 0);
  EXPECT_THAT(get("/api/sources/prom/alerts").body, testing::Not(HasSubstr("changes_at")));
}

TEST_P(AlertCalls, an_end_counts_once_nothing_can_return_and_is_dated_when_it_ended) {
  add("prom", "alertmanager", R"(, "closes_after_seconds": 3302)");
  tell("prom", alerts({fires(0)}));
  tell("prom", alerts({ends(0, 5)}));
  EXPECT_EQ(outages(), "OUT-1 mail 0-");
  std::atomic<bool> failed{false};
  {
    AlertSettling settling{here(), [&](const std::exception&) { failed = true; }};
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (outages() == "OUT-1 mail 0-" && std::chrono::steady_clock::now() < end) {
      std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
  }
  EXPECT_FALSE(failed);
  EXPECT_EQ(outages(), "OUT-1 mail 0-5");
}

TEST_P(AlertCalls, what_cannot_be_mapped_is_kept_and_taken_once_it_can) {
  add("prom", "alertmanager", R"(, "profile": "service: {values: {mail: post}}")");
  const std::string body = alerts({fires(0, "f1", R"("service": "shop")"),
                                   fires(0, "f2", R"("service": "mail", "customer": "Nobody")"),
                                   fires(0, "f3", R"("service": "mail", "severity": "odd")"),
                                   fires(120, "f4", R"("service": "mail")")});
  EXPECT_THAT(tell("prom", body).body, HasSubstr(R"("alerts":4,"ignored":0,"kept":4,"opened":0)"));
  const Response kept = get("/api/sources/prom/alerts");
  for (const char* finding : {"alert_service_unknown", "alert_customer_unknown",
                              "alert_severity_unknown", "alert_ahead"}) {
    EXPECT_THAT(kept.body, HasSubstr(finding));
  }
  EXPECT_EQ(outages(), "");
  const std::string profile =
      R"({"profile": "service: {values: {mail: post, shop: shop}}\n)"
      R"(customer: {values: {Nobody: zenith}}\nseverity: {values: {odd: 50 %}}"})";
  ASSERT_EQ(patch("/api/sources/prom", "1", profile).status, 200);
  EXPECT_THAT(tell("prom", body).body, HasSubstr(R"("kept":1,"opened":3)"));
  EXPECT_EQ(outages(), "OUT-1 shop 0-; OUT-2 post 0-; OUT-3 post 0-");
  EXPECT_THAT(get("/api/outages/OUT-2").body, HasSubstr(R"("customer":"zenith")"));
  EXPECT_THAT(get("/api/outages/OUT-3").body, HasSubstr(R"("weight":500)"));
}

TEST_P(AlertCalls, a_severity_that_changes_while_the_outage_is_open_is_an_event_of_it) {
  add("prom", "alertmanager", by_severity_);
  epoch_ += std::chrono::seconds{2};
  say("minor");
  EXPECT_THAT(get("/api/outages/OUT-1").body, HasSubstr(R"("weight":250)"));
  say("major");
  say("major");
  say("odd");  // not mapped: it goes on as it was
  EXPECT_EQ(weights("OUT-1"), "detected 250, reported, severity_changed 1000");
  while (now() <= epoch_ + std::chrono::hours{1}) {
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  }
  tell("prom", alerts({ends(0, 60)}));
  say("minor");  // a late copy
  EXPECT_EQ(outages(), "OUT-1 mail 0-60");
  EXPECT_EQ(weights("OUT-1"), "detected 250, reported, severity_changed 1000, restored");
}

TEST_P(AlertCalls, a_severity_that_was_told_after_the_end_never_was) {
  add("prom", "alertmanager", by_severity_);
  say("minor");
  say("major");
  say("minor");
  EXPECT_EQ(weights("OUT-1"),
            "detected 250, reported, severity_changed 1000, severity_changed 250");
  tell("prom", alerts({ends(0, 5)}));
  tell("prom", alerts({ends(0, 5)}));
  say("major");
  EXPECT_EQ(outages(), "OUT-1 mail 0-5");
  EXPECT_EQ(weights("OUT-1"), "detected 250, restored");
}

TEST_P(AlertCalls, once_the_catalogue_has_services_an_alert_is_of_one_of_them_or_of_an_agreement) {
  add("prom", "alertmanager", R"(, "customer": "acme")");
  tell("prom", alerts({fires(0, "f1", R"("service": "shop")")}));
  EXPECT_EQ(outages(), "OUT-1 shop 0-");
  const auto add_to = [&](const std::string& list, const std::string& body) {
    return ask({.method = Method::post, .path = "/api/" + list, .body = body}).status;
  };
  ASSERT_EQ(
      add_to("services", R"({"reference": "mail", "name_en": "mail", "name_fr": "Messagerie"})"),
      201);
  const std::string body =
      alerts({fires(0, "f1", R"("service": "shop")"), fires(1, "f2", R"("service": "mail")"),
              fires(2, "f3", R"("service": "srv-9")")});
  EXPECT_THAT(tell("prom", body).body, HasSubstr(R"("kept":2,"opened":1)"));
  EXPECT_EQ(outages(), "OUT-1 shop 0-; OUT-2 mail 1-") << "what is open goes on";
  EXPECT_THAT(get("/api/sources/prom/alerts").body, HasSubstr("alert_service_unknown"));
  const std::string document =
      R"(id: acme\nversion: 1\nbetween: {provider: nova, customer: acme}\n)"
      R"(in_force: {from: 2020-01-01}\nzone: Europe/Paris\ntargets:\n)"
      R"(  up: {metric: availability, of: srv-9, hours: always, required: 99 % per month}\n)";
  ASSERT_EQ(add_to("agreements", R"({"document": ")" + document + "\"}"), 201);
  tell("prom", body);
  EXPECT_EQ(outages(), "OUT-1 shop 0-; OUT-2 mail 1-; OUT-3 srv-9 2-");
}

TEST_P(AlertCalls, a_source_of_one_customer_tells_of_no_other) {
  add("prom", "alertmanager", R"(, "customer": "acme")");
  tell("prom", alerts({fires(0, "f1", R"("service": "mail", "customer": "zenith")"),
                       fires(0, "f2", R"("service": "mail", "customer": "acme-lyon")")}));
  EXPECT_EQ(outages(), "OUT-1 mail 0-");
  EXPECT_THAT(get("/api/outages/OUT-1").body, HasSubstr(R"("customer":"acme-lyon")"));
  EXPECT_THAT(get("/api/sources/prom/alerts").body, HasSubstr("alert_customer_unknown"));
}

TEST_P(AlertCalls, the_alerts_of_a_source_are_listed_page_by_page) {
  add("prom", "alertmanager");
  tell("prom", alerts({fires(0, "f1"), fires(1, "f2"), fires(2, "f3")}));
  const Response first = get("/api/sources/prom/alerts?limit=2");
  EXPECT_THAT(first.body, HasSubstr(R"("fingerprint":"f3")"));
  EXPECT_THAT(first.body, HasSubstr(R"("outage":"OUT-3")"));
  const Response second = get("/api/sources/prom/alerts?limit=2&cursor=" + text_in(first, "next"));
  EXPECT_THAT(second.body, HasSubstr(R"("fingerprint":"f1")"));
  EXPECT_EQ(code_of(get("/api/sources/prom/alerts?cursor=x")), "cursor_unknown");
  EXPECT_EQ(code_of(get("/api/sources/other/alerts")), "not_found");
}

TEST_P(AlertCalls, what_a_person_corrected_stays) {
  add("prom", "alertmanager");
  tell("prom", alerts({fires(0)}));
  tell("prom", alerts({ends(0, 5)}));
  const std::string detected = R"({"event": "detected", "at": ")" + stamp(2) +
                               R"(", "corrects": 1, "note": "The probe was wrong."})";
  ASSERT_EQ(
      ask({.method = Method::post, .path = "/api/outages/OUT-1/events", .body = detected}).status,
      201);
  EXPECT_EQ(outages(), "OUT-1 mail 2-5");
  tell("prom", alerts({ends(0, 5), fires(9)}));
  EXPECT_EQ(outages(), "OUT-1 mail 2-5; OUT-2 mail 9-");
}

TEST_P(AlertCalls, a_problem_of_zabbix_is_recovered) {
  add("zbx", "zabbix", R"(, "profile": "service: {values: {srv-mail: mail}}")");
  const auto body = [&](const std::string& value, const std::string& more) {
    return R"({"event_id": "41", "trigger_id": "7", "host": "srv-mail", "severity": "High",)"
           R"( "name": "SMTP is down", "timestamp": ")" +
           std::to_string(epoch_.time_since_epoch().count() / 1'000'000) + R"(", "value": ")" +
           value + "\"" + more + "}";
  };
  tell("zbx", body("1", R"(, "recovery_timestamp": "{EVENT.RECOVERY.TIMESTAMP}")"));
  tell("zbx", body("1", R"(, "update": "1")"));
  EXPECT_EQ(outages(), "OUT-1 mail 0-");
  const auto restored = (epoch_ + std::chrono::minutes{7}).time_since_epoch().count() / 1'000'000;
  tell("zbx", body("0", R"(, "recovery_timestamp": ")" + std::to_string(restored) + "\""));
  EXPECT_EQ(outages(), "OUT-1 mail 0-7");
}

TEST_P(AlertCalls, heartbeats_of_uptime_kuma_open_and_end_whatever_their_order) {
  add("kuma", "uptime_kuma");
  const auto beat = [&](int monitor, int status, int minute) {
    std::string time = stamp(minute).substr(0, 19) + ".527";
    time[10] = ' ';
    const std::string id = std::to_string(monitor);
    return tell("kuma", R"({"heartbeat": {"monitorID": )" + id + R"(, "status": )" +
                            std::to_string(status) + R"(, "time": ")" + time +
                            R"("}, "monitor": {"id": )" + id + R"(, "name": "mail"}, "msg": "x"})");
  };
  beat(1, 0, 0);
  beat(1, 0, 3);  // said again while it lasts
  beat(1, 2, 4);
  beat(1, 1, 6);
  beat(1, 1, 6);
  EXPECT_EQ(outages(), "OUT-1 mail 0-6");
  EXPECT_THAT(beat(2, 1, 20).body, HasSubstr(R"("opened":0)"));
  EXPECT_THAT(get("/api/sources/kuma/alerts?limit=1").body, HasSubstr("alert_end_alone"));
  beat(2, 0, 12);
  beat(2, 0, 10);
  EXPECT_EQ(outages(), "OUT-1 mail 0-6; OUT-2 mail 10-20");
}

TEST_P(AlertCalls, one_that_flaps_hundreds_of_times_is_still_one_outage) {
  add("prom", "alertmanager", R"(, "opens_after_seconds": 120, "closes_after_seconds": 300)");
  epoch_ -= std::chrono::hours{20};
  tell("prom", alerts({ends(0, 2)}));
  int minute = 4;
  for (int call = 0; call < 5; ++call) {
    std::vector<std::string> told;
    for (int i = 0; i < 60; ++i, minute += 4) {
      told.push_back(ends(minute, minute + 1));
    }
    EXPECT_EQ(tell("prom", alerts(told)).status, 202);
    EXPECT_EQ(outages(), "OUT-1 mail 0-" + std::to_string(minute - 3));
  }
  tell("prom", alerts({fires(minute)}));
  EXPECT_EQ(outages(), "OUT-1 mail 0-");
  tell("prom", alerts({ends(minute, minute + 3)}));
  EXPECT_EQ(outages(), "OUT-1 mail 0-" + std::to_string(minute + 3));
}

TEST_P(AlertCalls, what_is_old_is_forgotten) {
  add("prom", "alertmanager");
  tell_signed("prom", "m1", alerts({ends(0, 1), fires(2, "f2")}));
  EXPECT_EQ(forget_old_facts(here()), 0);
  run("update fact_receipt set at = at - 90000000000");
  run("update outage set restored_at = restored_at - 2700000000000 where restored_at is not null");
  run("update alert set ended_at = ended_at - 2700000000000 where ended_at is not null");
  EXPECT_EQ(forget_old_facts(here()), 2);
  epoch_ -= std::chrono::hours{24 * 31};
  EXPECT_THAT(tell("prom", alerts({ends(0, 1)})).body,
              HasSubstr(R"("ignored":1,"kept":0,"opened":0)"));
}

}  // namespace
}  // namespace vigie
