#include "notation/agreement_clause.h"

#include <algorithm>
#include <iterator>

#include "vocabulary/agreement.h"
#include "vocabulary/calendar.h"
#include "vocabulary/money.h"
#include "vocabulary/outage.h"

namespace vigie {

namespace {

constexpr Clause clauses[] = {
#define CLAUSE(section, key, form, of, by_default, example, meaning) \
  {ClauseSection::section,                                           \
   key,                                                              \
   ClauseForm::form,                                                 \
   ClauseSection::of,                                                \
   {},                                                               \
   by_default,                                                       \
   example,                                                          \
   meaning},
#define CHOICE(section, key, List, by_default, example, meaning)               \
  {ClauseSection::section,  key,        ClauseForm::word, ClauseSection::none, \
   Vocabulary<List>::words, by_default, example,          meaning},
#include "notation/agreement_clause.def"
#undef CLAUSE
#undef CHOICE
};

constexpr FormWords forms[] = {
#define FORM(form, words, examples, schema) {words, examples, schema},
#include "notation/agreement_form.def"
#undef FORM
};

constexpr std::string_view section_names[] = {"none",
                                              "agreement",
                                              "between",
                                              "for",
                                              "in_force",
                                              "life",
                                              "site",
                                              "calendar",
                                              "calendar_version",
                                              "target",
                                              "pauses",
                                              "maintenance",
                                              "cumulated",
                                              "exclusion_rules",
                                              "exclusion",
                                              "agreed_reading",
                                              "charges",
                                              "fee",
                                              "fee_version",
                                              "order",
                                              "penalties",
                                              "penalty_line",
                                              "band",
                                              "at_risk",
                                              "points",
                                              "points_step",
                                              "threshold",
                                              "earn_back"};
static_assert(std::size(section_names) == static_cast<std::size_t>(ClauseSection::earn_back) + 1);

}  // namespace

const FormWords& words_of(ClauseForm form) { return forms[static_cast<std::size_t>(form)]; }

std::span<const Clause> agreement_clauses() { return clauses; }

std::string_view name_of(ClauseSection section) {
  return section_names[static_cast<std::size_t>(section)];
}

bool is_clause_of(ClauseSection section, std::string_view key) {
  return std::any_of(std::begin(clauses), std::end(clauses), [&](const Clause& clause) {
    return clause.section == section && clause.key == key;
  });
}

}  // namespace vigie
