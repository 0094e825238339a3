#include "server/configuration.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "notation/fault_page.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

TEST(Configuration, without_a_word_it_listens_on_this_machine_alone) {
  const auto read = read_configuration({});
  ASSERT_TRUE(read.faults.empty());
  const ServingTerms terms = serving_terms(read);
  ASSERT_EQ(terms.listen.size(), 1U);
  EXPECT_TRUE(terms.listen[0].is_loopback());
  EXPECT_EQ(terms.workers, 16U);
  for (std::size_t i = 0; i < Limits::number; ++i) {
    EXPECT_EQ(terms.limits[static_cast<Limit>(i)], limit_values[i].usual);
  }
}

TEST(Configuration, each_source_wins_over_the_one_before) {
  const auto read =
      read_configuration({.file = "vigie.yaml",
                          .text = "workers: 2\nlanguage: fr\nlisten: [127.0.0.1:1, '[::1]:2']\n"
                                  "limits:\n  body_bytes: 10\n  connections: 20\n",
                          .environment = {{"VIGIE_WORKERS", "3"},
                                          {"VIGIE_LIMITS_CONNECTIONS", "30"},
                                          {"VIGIE_LANG", "fr"},
                                          {"VIGIE_COLOUR", "red"},
                                          {"PATH", "/bin"}},
                          .options = {{"workers", "4"}}});
  ASSERT_TRUE(read.faults.empty());
  EXPECT_EQ(read.unknown_variables, std::vector<std::string>{"VIGIE_COLOUR"});
  const ServingTerms terms = serving_terms(read);
  EXPECT_EQ(terms.workers, 4U);
  EXPECT_EQ(terms.language, Language::fr);
  EXPECT_EQ(terms.limits[Limit::body_bytes], 10);
  EXPECT_EQ(terms.limits[Limit::connections], 30);
  ASSERT_EQ(terms.listen.size(), 2U);
  EXPECT_EQ(text_of(terms.listen[1]), "[::1]:2");
  const std::string text = configuration_text(setting_lines(), read.values, Language::en);
  for (const char* line :
       {"workers: 4  # option --workers\n", "language: fr  # file vigie.yaml:2\n",
        "  body_bytes: 10  # file vigie.yaml:5\n",
        "  connections: 30  # environment VIGIE_LIMITS_CONNECTIONS\n",
        "  header_fields: 100  # by default\n"}) {
    EXPECT_NE(text.find(line), std::string::npos) << line << text;
  }
  const auto again = read_configuration({.file = "printed.yaml", .text = text});
  EXPECT_TRUE(again.faults.empty());
  EXPECT_EQ(serving_terms(again).limits[Limit::connections], 30);
}

TEST(Configuration, what_is_wrong_is_refused_with_its_place_and_a_cure) {
  struct Wrong {
    const char* text;
    FaultCode code;
    int line;
    const char* says;
  };
  const Wrong wrongs[] = {
      {"workers: 2\nlistne: a", FaultCode::unknown_key, 2, "listen"},
      {"limits:\n  body_byte: 1", FaultCode::unknown_key, 2, "limits.body_bytes"},
      {"limits: 3", FaultCode::unknown_key, 1, "limits"},
      {"workers: 0", FaultCode::number_out_of_range, 1, "1024"},
      {"workers: many", FaultCode::number_out_of_range, 1, "many"},
      {"limits: {idle_milliseconds: 99999999999}", FaultCode::number_out_of_range, 1, "60000000"},
      {"language: de", FaultCode::unknown_word, 1, "fr"},
      {"listen: 127.0.0.1", FaultCode::address_malformed, 1, "127.0.0.1:8080"},
      {"listen: [127.0.0.1:80, vigie.example:80]", FaultCode::address_malformed, 1,
       "vigie.example"},
      {"listen: 127.0.0.1:65536", FaultCode::address_malformed, 1, "65536"},
      {"listen: []", FaultCode::address_malformed, 1, "127.0.0.1:8080"},
      {"workers: {a: b}", FaultCode::wants_scalar, 1, "workers"},
      {"- workers", FaultCode::wants_mapping, 1, "vigie.yaml"},
      {"workers: 1\nworkers: 2", FaultCode::duplicate_key, 2, "workers"},
      {"tls_key: k.pem", FaultCode::setting_incomplete, 1, "tls_certificate"},
      {"tls_certificate: c.pem", FaultCode::setting_incomplete, 1, "tls_key"},
      {"database: postgresql://a/b", FaultCode::setting_incomplete, 1, "journal_key"},
      {"openid_issuer: login.example", FaultCode::web_address_malformed, 1, "openid_issuer"},
      {"openid_callback: http://vigie.example", FaultCode::web_address_malformed, 1, "https"},
      {"openid_link_by_email: true", FaultCode::unknown_word, 1, "yes"},
      {"openid_client: vigie", FaultCode::setting_incomplete, 1, "openid_issuer"},
      {"openid_issuer: https://a.example\nopenid_client: b", FaultCode::setting_incomplete, 1,
       "openid_callback"},
      {"openid_secret: sesame", FaultCode::setting_incomplete, 1, "openid_client"},
      {"openid_issuer: https://a.example\nopenid_client: b\nopenid_callback: https://b.example/c\n"
       "openid_secret: sesame\nopenid_secret_file: d",
       FaultCode::setting_twice, 5, "openid_secret_file"},
      {"mail_server: mail.example", FaultCode::mail_server_malformed, 1, "smtps"},
      {"mail_server: smtp://user@mail.example/x", FaultCode::mail_server_malformed, 1, "user@"},
      {"mail_from: Vigie <vigie>", FaultCode::mail_address_malformed, 1, "mail_from"},
      {"mail_server: smtp://mail.example", FaultCode::setting_incomplete, 1, "mail_from"},
      {"mail_server: smtp://mail.example\nmail_from: vigie@nova.example\nmail_user: vigie",
       FaultCode::setting_incomplete, 3, "mail_password_file"},
  };
  for (const Wrong& wrong : wrongs) {
    const auto read = read_configuration({.file = "vigie.yaml", .text = wrong.text});
    ASSERT_EQ(read.faults.size(), 1U) << wrong.text;
    EXPECT_EQ(read.faults[0].code, wrong.code) << wrong.text;
    EXPECT_EQ(read.faults[0].place.line, wrong.line) << wrong.text;
    for (const Language language : {Language::en, Language::fr}) {
      const std::string block = fault_block(read.faults[0], wrong.text, language);
      EXPECT_NE(block.find(wrong.says), std::string::npos) << block;
    }
  }
}

TEST(Configuration, the_environment_and_options_are_refused_by_their_names) {
  const auto read = read_configuration(
      {.environment = {{"VIGIE_WORKERS", "x"}}, .options = {{"limits.bodybytes", "1"}}});
  ASSERT_EQ(read.faults.size(), 2U);
  EXPECT_EQ(read.faults[0].place.file, "VIGIE_WORKERS");
  EXPECT_EQ(read.faults[1].place.file, "--limits.bodybytes");
  EXPECT_EQ(read.faults[1].cures.at(0).write, "limits.body_bytes");
}

TEST(Configuration, a_secret_is_never_printed) {
  const std::string text = configuration_text({{.name = "password", .is_secret = true}},
                                              {{.text = "sesame"}}, Language::fr);
  EXPECT_EQ(text, "password: \"***\"  # par défaut\n");
}

TEST(Configuration, a_provider_of_identities_is_named_with_our_secret_in_the_environment) {
  const auto read = read_configuration({.file = "vigie.yaml",
                                        .text = "openid_issuer: https://login.example/nova\n"
                                                "openid_client: vigie\n"
                                                "openid_callback: https://vigie.example/back\n"
                                                "openid_link_by_email: no\n",
                                        .environment = {{"VIGIE_OPENID_SECRET", "sesame"}}});
  ASSERT_TRUE(read.faults.empty());
  const OpenidTerms openid = serving_terms(read).openid;
  EXPECT_EQ(openid.issuer, "https://login.example/nova");
  EXPECT_EQ(openid.secret, "sesame");
  EXPECT_FALSE(openid.links_by_email);
  EXPECT_TRUE(serving_terms(read_configuration({})).openid.links_by_email);
  const std::string printed = configuration_text(setting_lines(), read.values, Language::en);
  EXPECT_NE(printed.find("openid_secret: \"***\""), std::string::npos);
  EXPECT_EQ(printed.find("sesame"), std::string::npos);
}

TEST(Configuration, the_key_of_the_journal_lies_beside_the_file_of_sqlite) {
  const auto usual = serving_terms(read_configuration({})).installation;
  EXPECT_EQ(usual.database.url, "sqlite:vigie.db");
  EXPECT_EQ(usual.journal_key, "vigie.db.key");
  const auto said = serving_terms(read_configuration(
      {.options = {{"database", "postgresql://a/b"}, {"journal_key", "/etc/vigie/key"}}}));
  EXPECT_EQ(said.installation.database.url, "postgresql://a/b");
  EXPECT_EQ(said.installation.journal_key, "/etc/vigie/key");
}

TEST(Configuration, the_password_of_a_url_is_never_printed) {
  const std::vector<SettingLine> lines{{.name = "d", .kind = SettingLine::Kind::database}};
  const auto printed = [&](const char* url) {
    return configuration_text(lines, {{.text = url}}, Language::en);
  };
  EXPECT_EQ(printed("postgresql://a:sesame@b,c/d"),
            "d: \"postgresql://a:***@b,c/d\"  # by default\n");
  EXPECT_EQ(printed("postgresql://a@b/d?password=sesame&x=1").find("sesame"), std::string::npos);
  EXPECT_EQ(printed("sqlite:vigie.db"), "d: \"sqlite:vigie.db\"  # by default\n");
}

TEST(Configuration, a_node_is_not_ready_when_its_clock_is_two_seconds_off) {
  EXPECT_FALSE(clock_difference(std::chrono::seconds{2}));
  EXPECT_FALSE(clock_difference(std::chrono::milliseconds{-1'999}));
  EXPECT_EQ(clock_difference(std::chrono::milliseconds{-2'500}),
            "the clock of this machine is -2.5 s off");
}

TEST(Configuration, the_reference_page_is_the_one_that_the_program_prints) {
  std::ifstream page{"docs/reference/configuration.md"};
  const std::string text{std::istreambuf_iterator<char>{page}, {}};
  EXPECT_EQ(text, configuration_reference()) << "./dev gen writes it again";
}

}  // namespace
}  // namespace vigie
