#include <set>

#include "notation/agreement_clause.h"
#include "notation/agreement_schema.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::string_view opening =
    R"(# Agreements: every clause

<!-- Made by `vigie check --print reference` from the table of clauses: do not edit. -->

One YAML document for each version of an agreement. What a document does not say has the default of
the table below. Editors check keys and shapes with
[the JSON Schema](../schema/agreement.schema.json); `vigie check` checks everything else and says what
to write instead. Worked examples: [docs/examples/agreements](../examples/agreements/).

```yaml
id: acme
between: {provider: NOVA, customer: ACME}
in_force: {from: 2026-01-01}
zone: Europe/Paris
calendars:
  office: {hours: "mon-fri 09:00-18:00", holidays: [fr]}
targets:
  resolve-p2: {metric: resolution, for: {priority: P2}, within: 4h in office, required: 95 % per month}
```

Documents are UTF-8, at most 1 MiB and 32 levels deep, one to a file, without anchors, aliases and
tags; a key is written once. Inside braces a text that has a comma goes between quotes.

## How long: `within`

| Written | Means |
|---|---|
| `4h in office`, `4h30 in office`, `90 min in always` | open time of a calendar; `always` never closes |
| `under 4h in office` | strictly less |
| `3 business days in office` | a business day is a day on which the calendar opens; the day of receipt is day 0; due at the same local time |
| `3 business days in office by end of day` | due when the calendar closes that day |
| `"3 business days in office by 16:00, cut-off 15:00"` | due at 16:00; received after 15:00 counts as received the next business day |
| `2 jours ouvrés in office` | the same as business days |
| `3 jours ouvrables in shop` | the same, of a calendar that opens on Saturday, else refused |
| `7 calendar days`, `2 months`, `7 jours calendaires` | from date to date on the wall clock; the last day of a shorter month |
| `7 calendar days legal count in office` | starts the next day at 00:00, last day included, rolls to the next business day |
| `by last_day`, `by end of last_day` | a date that the ticket carries |

`in` may be left out of business days and legal counts when there is exactly one calendar. `1 day`,
`2 jours`, `immediately` and `as soon as possible` are refused, with the readings that they could have.
Hours and minutes have no decimals.
)";

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
    case ClauseForm::pauses:
      text += "\n";
      return add_example(text, clause.of, depth);
    case ClauseForm::named:
      text.append("\n").append(margin).append(clause.example).append(":\n");
      return add_example(text, clause.of, depth + 1);
    case ClauseForm::sections:
      text.append("\n").append(margin).append("-\n");
      return add_example(text, clause.of, depth + 1);
    case ClauseForm::dated_hours:
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
