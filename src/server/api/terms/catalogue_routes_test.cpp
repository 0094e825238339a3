// The catalogue over the API, on both databases.
#include "server/api/terms/catalogue_routes.h"

#include <gmock/gmock.h>

#include "server/api/identity_for_test.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

class CatalogueApi : public IdentityForTest {
 protected:
  void SetUp() override {
    IdentityForTest::SetUp();
    if (!IsSkipped()) ann_ = sign_in("ann");
  }
  Response post(const std::string& path, const std::string& body) {
    return post_as(ann_, "/api/" + path, body);
  }
  Response get(const std::string& path) { return ask_as(ann_, {.path = "/api/" + path}); }
  Response patch(const std::string& path, const std::string& body, const std::string& tag) {
    return ask_as(ann_, {.method = Method::patch,
                         .path = "/api/" + path,
                         .body = body,
                         .fields = {{"If-Match", "\"" + tag + "\""}}});
  }
  Response add_to_catalogue(const std::string& reference, const std::string& en,
                            const std::string& fr, const std::string& more = {}) {
    return post("services", R"({"reference": ")" + reference + R"(", "name_en": ")" + en +
                                R"(", "name_fr": ")" + fr + "\"" + more + "}");
  }
  Response add_offering(const std::string& reference, const std::string& service = "network",
                        const std::string& level = "gold") {
    return post("offerings", R"({"reference": ")" + reference + R"(", "service": ")" + service +
                                 R"(", "level": ")" + level + R"(", "unit": "site"})");
  }
  Response set_price(const std::string& from, const std::string& minor,
                     const std::string& currency = "EUR") {
    return post("offerings/network-gold/prices", R"({"from": ")" + from +
                                                     R"(", "price": {"amount_minor": )" + minor +
                                                     R"(, "currency": ")" + currency + "\"}}");
  }
  std::string ann_;
};
VIGIE_ON_BOTH_DATABASES(CatalogueApi);

TEST_P(CatalogueApi, a_service_has_a_name_in_each_language_and_someone_who_answers_for_it) {
  const Response added = add_to_catalogue("network", "Network", "Réseau",
                                          R"(, "designation": "Réseau", "owner": "ann")");
  EXPECT_EQ(added.body,
            R"({"reference":"network","version":1,"name_en":"Network","name_fr":"Réseau",)"
            R"("designation":"Réseau","owner":"ann","is_closed":false})");
  EXPECT_EQ(get("services/network").body, added.body);
  EXPECT_THAT(get("services?search=reseau").body, HasSubstr("network"));
  EXPECT_THAT(get("services?search=mail").body, Not(HasSubstr("network")));
  const Response closed =
      patch("services/network", R"({"owner": "", "is_closed": true, "name_en": "Networks"})", "1");
  EXPECT_THAT(closed.body, HasSubstr(R"("name_en":"Networks","name_fr":"Réseau")"));
  EXPECT_THAT(closed.body, Not(HasSubstr("owner")));
  EXPECT_EQ(code_of(patch("services/network", "{}", "1")), "version_changed");
  EXPECT_EQ(code_of(patch("services/network", R"({"name_fr": " "})", "2")), "name_malformed");
  EXPECT_EQ(code_of(patch("services/network", R"({"owner": "zoe"})", "2")), "person_unknown");
}

TEST_P(CatalogueApi, what_cannot_be_a_service_is_refused_in_the_order_of_the_reference) {
  add_to_catalogue("network", "Network", "Réseau");
  EXPECT_EQ(code_of(add_to_catalogue("-", "", "")), "reference_malformed");
  EXPECT_EQ(code_of(add_to_catalogue("mail", "Mail", "")), "name_malformed");
  EXPECT_EQ(code_of(add_to_catalogue("mail", "Mail", "Courriel", R"(, "owner": "zoe")")),
            "person_unknown");
  EXPECT_EQ(code_of(add_to_catalogue("network", "Mail", "Courriel")), "reference_taken");
  EXPECT_EQ(code_of(add_to_catalogue("mail", "Network", "Courriel")), "designation_taken");
}

TEST_P(CatalogueApi, an_offering_has_prices_from_a_day_on_which_are_never_written_over) {
  add_to_catalogue("network", "Network", "Réseau");
  EXPECT_EQ(add_offering("network-gold").status, 201);
  EXPECT_EQ(set_price("2026-01-01", "12000").status, 201);
  const Response second = set_price("2026-07-01", "12360");
  EXPECT_THAT(
      second.body,
      HasSubstr(
          R"("prices":[{"from":"2026-01-01","price":{"amount_minor":12000,"currency":"EUR"}},)"
          R"({"from":"2026-07-01","price":{"amount_minor":12360,"currency":"EUR"}}])"));
  EXPECT_EQ(code_of(set_price("2026-07-01", "1")), "date_taken");
  EXPECT_EQ(code_of(set_price("2027-01-01", "1", "CHF")), "currency_differs");
  EXPECT_EQ(code_of(set_price("2027-01-01", "-1")), "amount_out_of_range");
  EXPECT_EQ(code_of(set_price("2027-01-01", "1000000000000001")), "amount_out_of_range");
  run("update offering_price set minor = 1 where minor = 12360");
  const auto found = verify_journal(here().database, here().sealer.key());
  ASSERT_EQ(found.damages.size(), 1U);
  EXPECT_EQ(found.damages[0].table, "offering_price");
}

TEST_P(CatalogueApi, what_cannot_be_an_offering_is_refused_in_the_order_of_the_reference) {
  add_to_catalogue("network", "Network", "Réseau");
  add_offering("network-gold");
  EXPECT_EQ(code_of(add_offering("-", "none", "")), "reference_malformed");
  EXPECT_EQ(code_of(add_offering("x", "none", "")), "name_malformed");
  EXPECT_EQ(code_of(add_offering("x", "none")), "service_unknown");
  EXPECT_EQ(code_of(add_offering("network-gold")), "reference_taken");
  EXPECT_THAT(
      patch("offerings/network-gold", R"({"level": "silver", "is_closed": true})", "1").body,
      HasSubstr(R"("level":"silver","unit":"site","is_closed":true)"));
  EXPECT_EQ(code_of(patch("offerings/network-gold", R"({"unit": ""})", "2")), "name_malformed");
  EXPECT_THAT(get("offerings?search=network-g").body, HasSubstr("silver"));
}

TEST_P(CatalogueApi, customers_see_offerings_without_prices_and_change_nothing) {
  add_to_catalogue("network", "Network", "Réseau", R"(, "owner": "ann")");
  add_offering("network-gold");
  set_price("2026-01-01", "12000");
  add_account("guy", R"([{"role": "customer", "customer": "acme"}])");
  const std::string guy = sign_in("guy");
  EXPECT_THAT(ask_as(guy, {.path = "/api/offerings/network-gold"}).body, Not(HasSubstr("price")));
  EXPECT_THAT(ask_as(guy, {.path = "/api/services/network"}).body, Not(HasSubstr("owner")));
  EXPECT_THAT(ask_as(guy, {.path = "/api/services"}).body, HasSubstr("network"));
  add_account("sue", R"([{"role": "sdm", "customer": "acme"}])");
  EXPECT_EQ(code_of(post_as(sign_in("sue"), "/api/services",
                            R"({"reference": "m", "name_en": "M", "name_fr": "M"})")),
            "not_permitted")
      << "the catalogue is that of all";
}

}  // namespace
}  // namespace vigie
