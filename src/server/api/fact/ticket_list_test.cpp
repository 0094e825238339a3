// Lists of tickets, cut and ordered.
#include <gmock/gmock.h>

#include "server/api/fact/fact_for_test.h"

namespace vigie {
namespace {

class TicketList : public FactApi {
 protected:
  void SetUp() override {
    FactApi::SetUp();
    if (IsSkipped()) return;
    open_ticket();  // INC-1, long overdue
    open("zenith", "Réseau coupé", R"(, "kind": "incident", "site": "Lyon")");  // INC-2, due soon
    open("acme", "Accès de J. Doe (j.doe@acme.fr)", R"(, "kind": "request")");  // REQ-3, no target
    tell("assigned", "2026-03-02T10:30:00Z", R"(, "team": "N2")");
  }
  void open(const std::string& customer, const std::string& title, const std::string& more) {
    const Response opened =
        post("/api/tickets",
             R"({"customer": ")" + customer + R"(", "title": ")" + title + "\"" + more + "}");
    ASSERT_EQ(opened.status, 201) << opened.body;
  }
  /// References of a page, in its order.
  std::string listed(const std::string& query) {
    const std::string body = get("/api/tickets" + query).body;
    std::string references;
    const std::string key = "{\"reference\":\"";
    for (std::size_t at = body.find(key); at != std::string::npos; at = body.find(key, at + 1)) {
      const std::size_t first = at + key.size();
      if (!references.empty()) references += " ";
      references += body.substr(first, body.find('"', first) - first);
    }
    return references;
  }
};
VIGIE_ON_BOTH_DATABASES(TicketList);

TEST_P(TicketList, is_cut_by_what_tickets_show) {
  EXPECT_EQ(listed(""), "INC-1 INC-2 REQ-3");
  EXPECT_EQ(listed("?order=newest"), "REQ-3 INC-2 INC-1");
  EXPECT_EQ(listed("?order=due"), "INC-1 INC-2 REQ-3");
  EXPECT_EQ(listed("?customer=acme"), "INC-1 REQ-3");
  EXPECT_EQ(listed("?team=N2"), "INC-1");
  EXPECT_EQ(listed("?site=Lyon"), "INC-2");
  EXPECT_EQ(listed("?kind=request&holder=provider"), "REQ-3");
  EXPECT_EQ(listed("?phase=resolved"), "");
  EXPECT_EQ(listed("?overdue=true"), "INC-1");
  EXPECT_EQ(listed("?overdue=false"), "INC-2 REQ-3");
  EXPECT_EQ(listed("?due_within_minutes=60"), "INC-1");
  EXPECT_EQ(listed("?due_within_minutes=300"), "INC-1 INC-2");
  EXPECT_EQ(listed("?due_within_minutes=300&due_after_minutes=60"), "INC-2");
  EXPECT_EQ(code_of(get("/api/tickets?customer=nobody")), "customer_unknown");
  EXPECT_EQ(code_of(get("/api/tickets?overdue=maybe")), "parameter_malformed");
}

TEST_P(TicketList, finds_words_whatever_their_case_and_accents) {
  EXPECT_EQ(listed("?words=EVRY"), "INC-1");
  EXPECT_EQ(listed("?words=reseau+coup"), "INC-2");
  EXPECT_EQ(listed("?words=j.doe%40acme.fr"), "REQ-3");
  EXPECT_EQ(listed("?words=doe"), "REQ-3");
  EXPECT_EQ(listed("?words=inc-2"), "INC-2");
  EXPECT_EQ(listed("?words=reseau+lente"), "");
}

TEST_P(TicketList, those_that_ended_are_shown_when_asked_for_and_pages_go_on) {
  tell("resolved", "2026-03-02T11:00:00Z");
  EXPECT_EQ(listed(""), "INC-2 REQ-3");
  EXPECT_EQ(listed("?shown=ended"), "INC-1");
  EXPECT_EQ(listed("?shown=all"), "INC-1 INC-2 REQ-3");
  const std::string next = of_body(get("/api/tickets?shown=all&order=newest&limit=2"), "next");
  EXPECT_EQ(listed("?shown=all&order=newest&limit=2&cursor=" + next), "INC-1");
  EXPECT_EQ(code_of(get("/api/tickets?shown=all&cursor=" + next)), "cursor_unknown");
}

TEST_P(TicketList, children_of_a_major_incident_are_found_by_it) {
  post("/api/tickets/INC-2/events", R"({"event": "declared_major"})");
  const Response child = post("/api/tickets/REQ-3/events",
                              R"({"event": "related", "relation": "child_of", "other": "inc-2"})");
  EXPECT_EQ(of_body(child, "part_of"), "INC-2");
  EXPECT_EQ(listed("?major=true"), "INC-2");
  EXPECT_EQ(listed("?part_of=inc-2"), "REQ-3");
}

TEST_P(TicketList, a_customer_sees_his_own) {
  be_customer_of(zenith);
  EXPECT_EQ(listed("?shown=all"), "INC-2");
  EXPECT_EQ(code_of(get("/api/tickets?customer=acme")), "customer_unknown");
}

}  // namespace
}  // namespace vigie
