#include "notation/agreement_schema.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "notation/agreement.h"
#include "notation/agreement_clause.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

std::string text_of(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream{file}.rdbuf();
  return text.str();
}

// The example says every clause, also those that exclude each other.
TEST(AgreementSchema, every_clause_of_the_table_is_read) {
  Names names;
  const auto read = read_agreement(agreement_example(), "example.yaml", names);
  for (const auto& fault : read.faults) {
    EXPECT_TRUE(fault.code == FaultCode::clause_without_use ||
                fault.code == FaultCode::two_functions)
        << message_of(fault, Language::en) << " on line " << fault.place.line << "\n"
        << agreement_example();
  }
}

TEST(AgreementSchema, the_published_files_are_fresh) {
  EXPECT_EQ(text_of("docs/schema/agreement.schema.json"), agreement_schema())
      << "run: vigie check --print schema > docs/schema/agreement.schema.json";
  EXPECT_EQ(text_of("docs/reference/agreement.md"), agreement_reference())
      << "run: vigie check --print reference > docs/reference/agreement.md";
}

TEST(AgreementSchema, it_is_json_that_knows_every_clause) {
  const auto schema = boost::json::parse(agreement_schema()).as_object();
  for (const auto& clause : agreement_clauses()) {
    const auto& properties = clause.section == ClauseSection::agreement
                                 ? schema.at("properties").as_object()
                                 : schema.at("$defs")
                                       .at(std::string{name_of(clause.section)})
                                       .at("properties")
                                       .as_object();
    EXPECT_TRUE(properties.contains(std::string{clause.key})) << clause.key;
  }
}

}  // namespace
}  // namespace vigie
