// Contracts over the API, on both databases.
#include "server/api/terms/contract_routes.h"

#include <gmock/gmock.h>

#include "server/api/identity_for_test.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string euros(const std::string& name, std::int64_t minor) {
  return ", \"" + name + R"(": {"amount_minor": )" + std::to_string(minor) +
         R"(, "currency": "EUR"})";
}

class ContractApi : public IdentityForTest {
 protected:
  void SetUp() override {
    IdentityForTest::SetUp();
    if (!IsSkipped()) ann_ = sign_in("ann");
  }
  Response post(const std::string& path, const std::string& body) {
    return post_as(ann_, "/api/" + path, body);
  }
  Response get(const std::string& path) { return ask_as(ann_, {.path = "/api/" + path}); }
  Response add(const std::string& more = {}, const std::string& reference = "m-2026",
               const std::string& customer = "acme", const std::string& title = "Infogérance") {
    return post("contracts", R"({"reference": ")" + reference + R"(", "customer": ")" + customer +
                                 R"(", "title": ")" + title +
                                 R"(", "currency": "EUR", "from": "2026-01-01")" + more + "}");
  }
  Response change(const std::string& body, const std::string& tag) {
    return ask_as(ann_, {.method = Method::patch,
                         .path = "/api/contracts/m-2026",
                         .body = body,
                         .fields = {{"If-Match", "\"" + tag + "\""}}});
  }
  Response order(const std::string& code, std::int64_t minor, const std::string& more = {}) {
    return post("contracts/m-2026/orders",
                R"({"code": ")" + code +
                    R"(", "title": "Works", "part": "project", "billing": "fixed")" +
                    euros("amount", minor) + more + "}");
  }
  Response fee(const std::string& code, std::int64_t minor, const std::string& more = {}) {
    return post("contracts/m-2026/fees",
                R"({"code": ")" + code +
                    R"(", "label": "Run", "of": "service", "name": "Network", "per": "month",)"
                    R"( "billing": "retainer", "part": "run", "from": "2026-01-01")" +
                    euros("amount", minor) + more + "}");
  }
  Response revise(const std::string& code, const std::string& from, std::int64_t minor) {
    return post("contracts/m-2026/fee-revisions",
                R"({"fee": ")" + code + R"(", "from": ")" + from +
                    R"(", "state": "revised", "index": "Syntec 2026-06")" + euros("amount", minor) +
                    "}");
  }
  static constexpr const char* lots =
      R"(, "lots": [{"code": "lot-1", "title": "Network", "ceiling": )"
      R"({"amount_minor": 5000000, "currency": "EUR"}}, {"code": "lot-2", "title": "Desk"}],)"
      R"( "tranches": [{"code": "tf", "title": "Firm", "kind": "firm", "lot": "lot-1"},)"
      R"( {"code": "to-1", "title": "Option", "kind": "optional", "affirmed_on": "2026-02-01"}],)"
      R"( "documents": ["Particular terms", "General terms"])";

  std::string ann_;
};
VIGIE_ON_BOTH_DATABASES(ContractApi);

TEST_P(ContractApi, a_contract_has_lots_tranches_and_ranked_documents) {
  const Response added = add(lots + euros("ceiling", 10'000'000) + euros("budget", 7'000'000) +
                             R"(, "part": "run", "to": "2028-12-31")");
  EXPECT_EQ(added.status, 201) << added.body;
  EXPECT_THAT(added.body, HasSubstr(R"("documents":["Particular terms","General terms"])"));
  EXPECT_THAT(added.body, HasSubstr(R"("code":"tf","lot":"lot-1","title":"Firm","kind":"firm")"));
  EXPECT_THAT(added.body, HasSubstr(R"("ordered":{"amount_minor":0,"currency":"EUR"})"));
  EXPECT_EQ(get("contracts/m-2026").body, added.body);
  EXPECT_THAT(get("contracts?search=infogerance").body, HasSubstr(R"("lots":[])"));
}

TEST_P(ContractApi, what_cannot_be_a_contract_is_refused_in_the_order_of_the_reference) {
  EXPECT_EQ(code_of(add({}, "-", "orion", "")), "reference_malformed");
  EXPECT_EQ(code_of(add({}, "m", "orion", "")), "name_malformed");
  EXPECT_EQ(code_of(add({}, "m", "orion")), "customer_unknown");
  EXPECT_EQ(code_of(add(euros("amount", -1))), "amount_out_of_range");
  EXPECT_EQ(code_of(add(R"(, "amount": {"amount_minor": 1, "currency": "CHF"})")),
            "currency_differs");
  EXPECT_EQ(code_of(add(R"(, "to": "2025-12-31")")), "dates_reversed");
  const auto with_lots = [&](const std::string& text) {
    return code_of(add(", \"lots\": " + text));
  };
  EXPECT_EQ(with_lots(R"([{"code": "-", "title": "A"}])"), "reference_malformed");
  EXPECT_EQ(with_lots(R"([{"code": "a", "title": ""}])"), "name_malformed");
  EXPECT_EQ(with_lots(R"([{"code": "a", "title": "A"}, {"code": "A", "title": "B"}])"),
            "code_taken");
  EXPECT_EQ(code_of(add(R"(, "tranches": [{"code": "t", "title": "T", "kind": "firm",)"
                        R"( "lot": "lot-9"}])")),
            "lot_unknown");
  EXPECT_EQ(code_of(add(R"(, "documents": [" "])")), "name_malformed");
  EXPECT_EQ(add().status, 201);
  EXPECT_EQ(code_of(add()), "reference_taken");
}

TEST_P(ContractApi, orders_stay_below_the_ceilings_of_their_lot_and_of_the_contract) {
  add(lots + euros("ceiling", 6'000'000));
  EXPECT_EQ(order("bc-1", 4'000'000, R"(, "lot": "lot-1", "tranche": "tf")").status, 201);
  const Response above = order("bc-2", 1'000'001, R"(, "lot": "lot-1")");
  EXPECT_EQ(code_of(above), "ceiling_exceeded");
  EXPECT_THAT(above.body, HasSubstr("50000.01 EUR"));
  EXPECT_THAT(above.body, HasSubstr("50000.00 EUR"));
  EXPECT_EQ(order("bc-2", 2'000'000, R"(, "lot": "lot-2")").status, 201);
  EXPECT_EQ(code_of(order("bc-3", 1)), "ceiling_exceeded") << "of the contract";
  const Response back =
      post("contracts/m-2026/order-changes", R"({"code": "bc-2", "is_withdrawn": true})");
  EXPECT_THAT(back.body, HasSubstr(R"("ordered":{"amount_minor":4000000,"currency":"EUR"})"));
  EXPECT_EQ(order("bc-3", 1).status, 201) << "what was taken back counts nowhere";
  EXPECT_EQ(code_of(change(R"({"ceiling": {"amount_minor": 4000000, "currency": "EUR"}})", "5")),
            "ceiling_exceeded");
  EXPECT_EQ(code_of(change(R"({"lots": []})", "5")), "code_in_use");
}

TEST_P(ContractApi, what_cannot_be_ordered_is_refused_in_the_order_of_the_reference) {
  add(lots);
  EXPECT_EQ(order("bc-1", 100).status, 201);
  EXPECT_EQ(code_of(order("-", 1)), "reference_malformed");
  EXPECT_EQ(code_of(order("BC-1", 1)), "code_taken");
  EXPECT_EQ(code_of(order("bc-2", 1, R"(, "lot": "lot-9")")), "lot_unknown");
  EXPECT_EQ(code_of(order("bc-2", 1, R"(, "lot": "lot-2", "tranche": "tf")")), "tranche_unknown");
  EXPECT_EQ(code_of(order("bc-2", -1)), "amount_out_of_range");
  EXPECT_EQ(code_of(order("bc-2", 1, R"(, "from": "2026-03-02", "to": "2026-03-01")")),
            "dates_reversed");
  EXPECT_EQ(code_of(order("bc-2", 101, euros("ceiling", 100))), "ceiling_exceeded");
  const auto change_order = [&](const std::string& body) {
    return code_of(post("contracts/m-2026/order-changes", body));
  };
  EXPECT_EQ(change_order(R"({"code": "bc-9"})"), "order_unknown");
  EXPECT_EQ(change_order(R"({"code": "bc-1", "title": ""})"), "name_malformed");
  EXPECT_EQ(change_order(R"({"code": "bc-1")" + euros("ceiling", 99) + "}"), "ceiling_exceeded");
}

TEST_P(ContractApi, a_fee_is_revised_by_an_index_and_its_amounts_are_sealed) {
  add();
  EXPECT_EQ(fee("network", 250'000, euros("budget", 200'000)).status, 201);
  EXPECT_EQ(code_of(fee("network", 1)), "code_taken");
  EXPECT_EQ(code_of(fee("-", 1)), "reference_malformed");
  EXPECT_EQ(code_of(fee("desk", -1)), "amount_out_of_range");
  const Response revised = revise("network", "2026-07-01", 257'500);
  EXPECT_THAT(revised.body,
              HasSubstr(R"({"from":"2026-07-01","state":"revised","amount":{"amount_minor":257500,)"
                        R"("currency":"EUR"},"index":"Syntec 2026-06"})"));
  EXPECT_EQ(code_of(revise("network", "2026-07-01", 1)), "date_taken");
  EXPECT_EQ(code_of(revise("desk", "2026-07-01", 1)), "fee_unknown");
  EXPECT_TRUE(verify_journal(here().database, here().sealer.key()).damages.empty());
  run("update contract_fee_version set minor = minor + 1 where state = 'revised'");
  const auto found = verify_journal(here().database, here().sealer.key());
  ASSERT_EQ(found.damages.size(), 1U);
  EXPECT_EQ(found.damages[0].table, "contract_fee_version");
}

TEST_P(ContractApi, budgets_are_for_those_alone_who_may_read_them) {
  add(euros("budget", 7'000'000));
  fee("network", 250'000, euros("budget", 200'000));
  add_account("guy", R"([{"role": "customer", "customer": "acme"}])");
  const Response seen = ask_as(sign_in("guy"), {.path = "/api/contracts/m-2026"});
  EXPECT_EQ(seen.status, 200);
  EXPECT_THAT(seen.body, Not(HasSubstr("budget")));
  EXPECT_THAT(get("contracts/m-2026").body, HasSubstr(R"("budget":{"amount_minor":200000)"));
}

TEST_P(ContractApi, whoever_has_the_reach_of_a_part_sees_and_writes_contracts_of_that_part_alone) {
  add(R"(, "part": "run")");
  add(R"(, "part": "project")", "p-2026", "acme", "Migration");
  add_account("pia", R"([{"role": "finance", "part": "project"}])");
  const std::string pia = sign_in("pia");
  EXPECT_THAT(ask_as(pia, {.path = "/api/contracts"}).body,
              testing::AllOf(HasSubstr("p-2026"), Not(HasSubstr("m-2026"))));
  EXPECT_EQ(code_of(ask_as(pia, {.path = "/api/contracts/m-2026"})), "not_found");
  EXPECT_EQ(code_of(post_as(pia, "/api/contracts",
                            R"({"reference": "x", "customer": "acme", "title": "X",)"
                            R"( "currency": "EUR", "from": "2026-01-01", "part": "run"})")),
            "not_permitted");
}

/// An agreement whose penalties rest on the fee `network`, which its document does not say.
constexpr const char* on_fee =
    "id: sla-acme\\nversion: 1\\nbetween: {provider: nova, customer: acme}\\n"
    "in_force: {from: 2026-01-01}\\nzone: Europe/Paris\\n"
    "targets:\\n  resolve: {metric: resolution, within: 4h in always, required: 90 % per month}\\n"
    "penalties:\\n  base: fee network\\n  lines:\\n    slow: {on: resolve, shortfall: x 1, cap: 10 "
    "%}\\n";

TEST_P(ContractApi, an_agreement_takes_its_amounts_from_the_contract_that_pays_for_it) {
  const auto add_agreement = [&](const std::string& text) {
    return post("agreements", R"({"document": ")" + text + "\"}");
  };
  add(R"(, "agreements": ["sla-acme"])");
  const Response without = add_agreement(on_fee);
  EXPECT_EQ(code_of(without), "document_faulty") << "no fee is called network yet";
  EXPECT_THAT(without.body, HasSubstr("network"));
  fee("network", 250'000);
  const Response with = add_agreement(on_fee);
  EXPECT_EQ(with.status, 201) << with.body;
  const Response gone = change(R"({"agreements": []})", "2");
  EXPECT_EQ(code_of(gone), "document_faulty") << "penalties rest on its fee";
}

TEST_P(ContractApi, an_amount_that_a_document_says_is_not_said_by_a_contract_too) {
  std::string text = on_fee;
  text += "charges: {fees: {network: {amount: 2500.00 per month}}}\\n";
  ASSERT_EQ(post("agreements", R"({"document": ")" + text + "\"}").status, 201);
  EXPECT_EQ(code_of(add(R"(, "agreements": ["sla-acme"])")), "charges_elsewhere");
}

TEST_P(ContractApi, one_contract_pays_for_an_agreement) {
  EXPECT_EQ(add(R"(, "agreements": ["sla-acme"])").status, 201);
  EXPECT_EQ(code_of(add(R"(, "agreements": ["sla-acme"])", "m-2027")), "charges_elsewhere");
  EXPECT_THAT(change(R"({"agreements": ["sla-acme", "SLA-ACME"], "title": "Run"})", "1").body,
              HasSubstr(R"("agreements":["sla-acme"])"));
}

}  // namespace
}  // namespace vigie
