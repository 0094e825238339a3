#include "notation/case/case_terms.h"

#include <iterator>

#include "notation/agreement.h"

namespace vigie {

namespace {

YamlNode* find_in(YamlNode& mapping, std::string_view key) {
  for (auto& entry : mapping.entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

/// Each entry of `changes` replaces the one of the same key in `mapping`, or is added.
void replace_entries(YamlNode& mapping, const YamlNode& changes) {
  mapping.kind = YamlKind::mapping;
  for (const auto& change : changes.entries) {
    if (YamlNode* old = find_in(mapping, change.key)) {
      *old = change.value;
    } else {
      mapping.entries.push_back(change);
    }
  }
}

void change_targets(YamlNode& agreement, const YamlNode& changes) {
  YamlNode* targets = find_in(agreement, "targets");
  if (targets == nullptr) return;
  for (const auto& change : changes.entries) {
    if (YamlNode* target = find_in(*targets, change.key)) replace_entries(*target, change.value);
  }
}

template <class Visit>
void for_each_agreement(YamlNode& page, const Visit& visit) {
  if (YamlNode* one = find_in(page, "agreement")) visit(*one);
  if (YamlNode* several = find_in(page, "agreements")) {
    for (auto& item : several->items) visit(item);
  }
}

template <class Of>
void append(std::vector<Of>& all, std::vector<Of>&& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

CaseTerms case_terms_from(const YamlNode& page, Names& names) {
  CaseTerms terms;
  YamlNode copy = page;
  const YamlNode* calendars = page.find("calendars");
  const YamlNode* sites = page.find("sites");
  for_each_agreement(copy, [&](const YamlNode& node) {
    auto read = agreement_from({.node = node, .calendars = calendars, .sites = sites}, names);
    if (read.agreement) terms.agreements.push_back(*std::move(read.agreement));
    append(terms.faults, std::move(read.faults));
    append(terms.warnings, std::move(read.warnings));
  });
  return terms;
}

YamlNode changed_page(const YamlNode& page, const YamlNode& what_if) {
  YamlNode changed = page;
  if (const YamlNode* calendars = what_if.find("calendars")) {
    if (YamlNode* known = find_in(changed, "calendars")) replace_entries(*known, *calendars);
  }
  for_each_agreement(changed, [&](YamlNode& agreement) {
    if (const YamlNode* targets = what_if.find("change")) change_targets(agreement, *targets);
    if (const YamlNode* clauses = what_if.find("clauses")) replace_entries(agreement, *clauses);
  });
  return changed;
}

}  // namespace vigie
