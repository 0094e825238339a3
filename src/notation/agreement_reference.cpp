#include <set>

#include "notation/agreement_clause.h"
#include "notation/agreement_schema.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::string_view opening =
#include "notation/agreement_reference_opening.def"
    ;

/// Meanings cite our design for developers; readers of the page need the sentence only.
std::string plain(std::string_view meaning) {
  if (meaning.starts_with("design ")) return {};
  const auto source = meaning.find("; design");
  if (source == std::string_view::npos) return std::string{meaning};
  return std::string{meaning.substr(0, source)}.append(".");
}

std::string link_to(ClauseSection section) {
  return std::string{"[clauses](#"}.append(name_of(section)).append(")");
}

std::string value_of(const Clause& clause) {
  switch (clause.form) {
    case ClauseForm::word: {
      std::string words;
      for (const Word& word : clause.words) {
        words.append(words.empty() ? "`" : ", `").append(word.key).append("`");
      }
      return words;
    }
    case ClauseForm::section:
      return link_to(clause.of);
    case ClauseForm::named:
      return "name: " + link_to(clause.of);
    case ClauseForm::sections:
      return "list of " + link_to(clause.of);
    case ClauseForm::pauses:
      return "`any`, `none` or " + link_to(clause.of);
    case ClauseForm::optional_section:
      return "`none` or " + link_to(clause.of);
    case ClauseForm::maintenance:
      return "`counted` or " + link_to(clause.of);
    default:
      return std::string{words_of(clause.form).words};
  }
}

std::string example_of(const Clause& clause) {
  const bool nested = clause.of != ClauseSection::none || clause.example.empty();
  if (nested || clause.form == ClauseForm::word) return {};
  return std::string{"`"}.append(clause.example).append("`");
}

std::string default_of(const Clause& clause) {
  if (clause.by_default.empty()) return {};
  if (clause.form != ClauseForm::word || clause.by_default.find(' ') != std::string_view::npos) {
    return std::string{clause.by_default};
  }
  return std::string{"`"}.append(clause.by_default).append("`");
}

void add_section(std::string& page, ClauseSection section) {
  page.append("\n## ").append(name_of(section));
  page.append("\n\n| Clause | Value | Default | Example | Meaning |\n|---|---|---|---|---|\n");
  for (const Clause& clause : agreement_clauses()) {
    if (clause.section != section) continue;
    page.append("| `").append(clause.key).append("` | ").append(value_of(clause)).append(" | ");
    page.append(default_of(clause)).append(" | ").append(example_of(clause)).append(" | ");
    page.append(clause.meaning).append(" |\n");
  }
}

void add_choices(std::string& page) {
  page.append("\n## Words of closed lists\n");
  std::set<const Word*> told;
  for (const Clause& clause : agreement_clauses()) {
    if (clause.words.empty() || !told.insert(clause.words.data()).second) continue;
    page.append("\n### ").append(clause.key).append("\n\n| Word | English | French | Meaning |\n");
    page.append("|---|---|---|---|\n");
    for (const Word& word : clause.words) {
      page.append("| `").append(word.key).append("` | ").append(word.en).append(" | ");
      page.append(word.fr).append(" | ").append(plain(word.meaning)).append(" |\n");
    }
  }
}

void add_forms(std::string& page) {
  page.append("\n## How values are written\n\n| Value | Examples |\n|---|---|\n");
  std::set<ClauseForm> told;
  for (const Clause& clause : agreement_clauses()) {
    const FormWords& form = words_of(clause.form);
    if (form.examples.empty() || !told.insert(clause.form).second) continue;
    page.append("| ").append(form.words).append(" | ").append(form.examples).append(" |\n");
  }
}

void add_warnings(std::string& page) {
  page.append(
      "\n## What `vigie check` warns of\n\nA warning does not change how the command ends: 0 "
      "without "
      "faults, 1 with faults, 3 when a file\ncannot be read.\n\n| Warning | Says | When "
      "|\n|---|---|---|\n");
  for (const Word& word : Vocabulary<WarningCode>::words) {
    page.append("| `").append(word.key).append("` | ").append(word.en).append(" | ");
    page.append(plain(word.meaning)).append(" |\n");
  }
}

void add_example(std::string& text, ClauseSection section, std::size_t depth);

/// The value of a clause in the example document, after its key and colon.
void add_value(std::string& text, const Clause& clause, std::size_t depth) {
  const std::string margin(2 * depth, ' ');
  switch (clause.form) {
    case ClauseForm::section:
    case ClauseForm::maintenance:
    case ClauseForm::pauses:
    case ClauseForm::optional_section:
      text += "\n";
      return add_example(text, clause.of, depth);
    case ClauseForm::named:
      text.append("\n").append(margin).append(clause.example).append(":\n");
      return add_example(text, clause.of, depth + 1);
    case ClauseForm::sections:
      text.append("\n").append(margin).append("-\n");
      return add_example(text, clause.of, depth + 1);
    case ClauseForm::dated_hours:
    case ClauseForm::named_amounts:
    case ClauseForm::named_shares:
    case ClauseForm::named_numbers:
      text.append("\n").append(margin).append(clause.example).append("\n");
      return;
    case ClauseForm::named_hours:
      text.append("\n").append(margin).append(clause.example);
      text.append(": mon-fri 18:00-22:00\n");
      return;
    case ClauseForm::named_texts:
      text.append("\n").append(margin).append(clause.example).append(": nobody can work\n");
      return;
    case ClauseForm::matrix:
      text.append("\n").append(margin).append(clause.example).append(": {high: P1, low: P2}\n");
      return;
    default:
      text.append(" ").append(clause.example).append("\n");
  }
}

void add_example(std::string& text, ClauseSection section, std::size_t depth) {
  for (const Clause& clause : agreement_clauses()) {
    if (clause.section != section) continue;
    text.append(2 * depth, ' ').append(clause.key).append(":");
    add_value(text, clause, depth + 1);
  }
}

}  // namespace

std::string agreement_reference() {
  std::string page{opening};
  auto section = ClauseSection::none;
  for (const Clause& clause : agreement_clauses()) {
    if (clause.section == section) continue;
    section = clause.section;
    add_section(page, section);
  }
  add_forms(page);
  add_choices(page);
  add_warnings(page);
  return page;
}

std::string agreement_example() {
  std::string text;
  add_example(text, ClauseSection::agreement, 0);
  return text;
}

}  // namespace vigie
