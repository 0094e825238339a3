#include "notation/case/case_file.h"

#include <array>

#include "notation/case/case_outages.h"
#include "notation/case/case_stamp.h"
#include "notation/clauses.h"

namespace vigie {

namespace {

class CaseReader {
 public:
  CaseReader(YamlNode page, ZoneSource& zones) : page_(std::move(page)), zones_(zones) {}

  CaseRead read();

 private:
  void read_head(Clauses& clauses);
  void read_as_written(Clauses& clauses);
  void read_closings(Clauses& clauses);
  void read_what_if(const YamlNode& node);
  void read_readings(Clauses& clauses, CaseVariant& variant, const CaseReading& before);
  CaseReading read_reading(Clauses& clauses, const CaseReading& before);
  std::optional<Instant> read_stamp(Clauses& clauses, std::string_view key);
  void find_zone();

  YamlNode page_;
  ZoneSource& zones_;
  std::vector<Fault> faults_;
  CaseFile file_;
  const Zone* zone_ = nullptr;
};

CaseRead CaseReader::read() {
  Clauses clauses{page_, "case", faults_};
  read_head(clauses);
  for (const auto* key : {"agreement", "agreements", "calendars", "sites"}) clauses.find(key);
  read_as_written(clauses);
  if (const YamlNode* list = clauses.find_list("what_if")) {
    for (const auto& item : list->items) read_what_if(item);
  }
  clauses.refuse_unknown();
  if (!faults_.empty()) return {.file = std::nullopt, .faults = std::move(faults_)};
  return {.file = std::move(file_), .faults = {}};
}

void CaseReader::read_head(Clauses& clauses) {
  read_text(clauses, "case", file_.title);
  if (file_.title.empty()) clauses.refuse_missing("case");
  read_texts(clauses, "rule", file_.rules);
  if (file_.rules.empty()) clauses.refuse_missing("rule");
  read_texts(clauses, "trap", file_.traps);
}

void CaseReader::read_as_written(Clauses& clauses) {
  CaseVariant variant;
  variant.terms = case_terms_from(page_, file_.names);
  file_.variants.push_back(std::move(variant));
  find_zone();
  const YamlNode* tickets = clauses.find_mapping("tickets");
  if (tickets != nullptr && zone_ != nullptr) {
    file_.tickets = case_tickets_from(*tickets, *zone_, file_.names);
    faults_.insert(faults_.end(), file_.tickets.faults.begin(), file_.tickets.faults.end());
  }
  if (const YamlNode* figures = clauses.find_mapping("figures")) {
    file_.figures = case_figures_from(*figures, faults_);
  }
  read_closings(clauses);
  for (const auto* key : {"outages", "maintenance"}) clauses.find_mapping(key);
  clauses.find_list("observed");
  if (zone_ != nullptr) {
    auto outages = case_outages_from(page_, *zone_, file_.names);
    faults_.insert(faults_.end(), outages.faults.begin(), outages.faults.end());
    file_.outages = std::move(outages.log);
  }
  read_readings(clauses, file_.variants.front(), {});
}

/// `closed: {2026-03: 2026-04-05 09:00}`: period and instant.
void CaseReader::read_closings(Clauses& clauses) {
  const YamlNode* closed = clauses.find_mapping("closed");
  if (closed == nullptr || zone_ == nullptr) return;
  for (const auto& entry : closed->entries) {
    if (const auto stamp = case_stamp_from(entry.value.text, *zone_)) {
      file_.closings.push_back({.period = entry.key, .at = stamp->at});
      continue;
    }
    WordStream words{entry.value.text, entry.value.place};
    clauses.add(words.fault_at_next("2026-04-05 09:00"));
  }
}

/// The zone of the stamps is that of the first agreement; without it there are only faults to show.
void CaseReader::find_zone() {
  const auto& agreements = file_.variants.front().terms.agreements;
  if (!agreements.empty()) zone_ = zones_.find(agreements.front().zone);
}

void CaseReader::read_what_if(const YamlNode& node) {
  Clauses clauses{node, "what_if", faults_};
  CaseVariant variant;
  read_text(clauses, "title", variant.title);
  for (const auto* key : {"change", "clauses", "calendars"}) clauses.find_mapping(key);
  variant.terms = case_terms_from(changed_page(page_, node), file_.names);
  read_readings(clauses, variant, file_.variants.front().readings.back());
  clauses.refuse_unknown();
  file_.variants.push_back(std::move(variant));
}

/// `expect` alone, or a list of `readings`; what one does not say it takes from `before`.
void CaseReader::read_readings(Clauses& clauses, CaseVariant& variant, const CaseReading& before) {
  const CaseReading own = read_reading(clauses, before);
  const YamlNode* list = clauses.find_list("readings");
  if (list == nullptr || own.expect.kind != YamlKind::empty) variant.readings.push_back(own);
  if (list == nullptr) {
    if (own.expect.kind == YamlKind::empty) clauses.refuse_missing("expect");
    return;
  }
  for (const auto& item : list->items) {
    Clauses reading{item, "reading", faults_};
    variant.readings.push_back(read_reading(reading, own));
    if (variant.readings.back().expect.kind == YamlKind::empty) reading.refuse_missing("expect");
    reading.refuse_unknown();
  }
}

CaseReading CaseReader::read_reading(Clauses& clauses, const CaseReading& before) {
  CaseReading reading{.as_of = before.as_of, .known_at = before.known_at, .expect = {}};
  if (const auto at = read_stamp(clauses, "as_of")) reading.as_of = at;
  if (const auto at = read_stamp(clauses, "known_at")) reading.known_at = *at;
  if (const YamlNode* expect = clauses.find_mapping("expect")) reading.expect = *expect;
  return reading;
}

std::optional<Instant> CaseReader::read_stamp(Clauses& clauses, std::string_view key) {
  const YamlNode* node = clauses.find_scalar(key);
  if (node == nullptr || zone_ == nullptr) return std::nullopt;
  const auto stamp = case_stamp_from(node->text, *zone_);
  if (stamp) return stamp->at;
  WordStream words{node->text, node->place};
  clauses.add(words.fault_at_next("2026-03-02 16:30"));
  return std::nullopt;
}

}  // namespace

CaseRead read_case(std::string_view text, const std::string& file, ZoneSource& zones) {
  auto yaml = read_yaml(text, file);
  if (!yaml.root) return {.file = std::nullopt, .faults = std::move(yaml.faults)};
  return CaseReader{*std::move(yaml.root), zones}.read();
}

}  // namespace vigie
