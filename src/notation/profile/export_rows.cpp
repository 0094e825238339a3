#include "notation/profile/export_rows.h"

#include <algorithm>
#include <boost/json.hpp>
#include <deque>

#include "engine/base/near_words.h"
#include "notation/stamp_text.h"
#include "vocabulary/fault.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

Fault empty_export(const std::string& source) {
  Fault fault;
  fault.code = FaultCode::export_empty;
  fault.arguments.emplace_back("file", source);
  fault.place.file = source;
  return fault;
}

Fault unknown_column(const ExportColumn& column, const std::vector<std::string>& there) {
  Fault fault;
  fault.code = FaultCode::column_unknown;
  fault.arguments.emplace_back("column", column.name);
  fault.place = column.place;
  std::string all;
  for (const std::string& name : there) all += (all.empty() ? "" : ", ") + name;
  for (const std::string& name : near_words(column.name, there)) fault.cures.push_back({name});
  fault.cures.push_back({all, CureWord::columns_of_export});
  return fault;
}

/// A header in one cell that holds another separator: the profile names the wrong one.
void propose_separator(const std::vector<std::string>& header, Fault& fault) {
  if (header.size() != 1) return;
  for (const char* separator : {";", ",", "\t", "|"}) {
    if (header[0].find(separator) == std::string::npos) continue;
    const bool is_tab = *separator == '\t';
    fault.cures.insert(fault.cures.begin(),
                       {std::string{"separator: \""} + (is_tab ? "tab" : separator) + "\"",
                        CureWord::header_is_one_cell});
    return;
  }
}

class CsvRows final : public ExportRows {
 public:
  CsvRows(const Profile& profile, NextPiece next, std::string source, Findings& findings)
      : profile_(profile),
        source_(std::move(source)),
        findings_(findings),
        reader_(std::move(next), profile.csv) {}

  std::vector<Fault> begin() override {
    if (!reader_.next(row_)) return {empty_export(source_)};
    std::vector<std::string> header;
    for (const std::string_view cell : row_.cells) header.emplace_back(trimmed(cell));
    std::vector<Fault> faults;
    for (const ExportColumn& column : columns_of(profile_)) {
      const auto found = std::find(header.begin(), header.end(), column.name);
      if (found == header.end()) {
        faults.push_back(unknown_column(column, header));
        propose_separator(header, faults.back());
      }
      cells_.push_back(static_cast<std::size_t>(found - header.begin()));
    }
    return faults;
  }

  bool next(std::vector<std::string_view>& cells, std::uint64_t& line) override {
    while (reader_.next(row_)) {
      line = row_.line;
      if (row_.trouble != RowTrouble::none) {
        const bool is_readable = row_.trouble == RowTrouble::bad_bytes;
        findings_.add(is_readable ? FindingCode::bytes_undecodable : FindingCode::line_unreadable,
                      source_ + ":" + std::to_string(line));
        if (!is_readable) continue;
      }
      cells.clear();
      for (const std::size_t cell : cells_) cells.push_back(row_.cells[cell]);
      return true;
    }
    return false;
  }

 private:
  const Profile& profile_;
  std::string source_;
  Findings& findings_;
  CsvReader reader_;
  CsvRow row_;
  std::vector<std::size_t> cells_;  // of the columns that the profile names
};

namespace json = boost::json;

/// The value under `path`: a key, else keys within keys with points between.
const json::value* find_value(const json::object& object, std::string_view path) {
  if (const auto* value = object.if_contains(path)) return value;
  const std::size_t point = path.find('.');
  if (point == std::string_view::npos) return nullptr;
  const auto* outer = object.if_contains(path.substr(0, point));
  if (outer == nullptr || !outer->is_object()) return nullptr;
  return find_value(outer->get_object(), path.substr(point + 1));
}

std::string text_of(const json::value& value) {
  if (value.is_string()) return std::string{value.get_string()};
  if (value.is_null()) return {};
  return json::serialize(value);
}

class JsonRows final : public ExportRows {
 public:
  JsonRows(const Profile& profile, NextPiece next, std::string source, Findings& findings)
      : source_(std::move(source)),
        findings_(findings),
        columns_(columns_of(profile)),
        was_seen_(columns_.size(), false),
        texts_(columns_.size()),
        lines_(std::move(next), profile.csv.encoding, profile.csv.longest_row) {}

  std::vector<Fault> begin() override { return {}; }

  bool next(std::vector<std::string_view>& cells, std::uint64_t& line) override {
    LineReader::Line text;
    while (lines_.next(text)) {
      line = text.number;
      if (text.text.find_first_not_of(" \t") == std::string_view::npos) continue;
      had_rows_ = true;
      boost::system::error_code error;
      const json::value value = json::parse({text.text.data(), text.text.size()}, error);
      if (text.is_too_long || error || !value.is_object()) {
        findings_.add(FindingCode::line_unreadable, source_ + ":" + std::to_string(line));
        continue;
      }
      take(value.get_object(), cells);
      return true;
    }
    return false;
  }

  std::vector<Fault> finish() override {
    if (!had_rows_) return {empty_export(source_)};
    std::vector<Fault> faults;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!was_seen_[i]) faults.push_back(unknown_column(columns_[i], keys_));
    }
    return faults;
  }

 private:
  void take(const json::object& object, std::vector<std::string_view>& cells) {
    if (keys_.empty()) {
      for (const auto& [key, value] : object) keys_.emplace_back(key);
    }
    cells.clear();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const json::value* value = find_value(object, columns_[i].name);
      texts_[i] = value != nullptr ? text_of(*value) : std::string{};
      was_seen_[i] = was_seen_[i] || value != nullptr;
      cells.emplace_back(texts_[i]);
    }
  }

  std::string source_;
  Findings& findings_;
  std::vector<ExportColumn> columns_;
  std::vector<bool> was_seen_;
  std::vector<std::string> texts_;
  std::vector<std::string> keys_;  // of the first row
  bool had_rows_ = false;
  LineReader lines_;
};

}  // namespace

std::unique_ptr<ExportRows> export_rows(const Profile& profile, NextPiece next, std::string source,
                                        Findings& findings) {
  if (profile.format == SourceFormat::ndjson) {
    return std::make_unique<JsonRows>(profile, std::move(next), std::move(source), findings);
  }
  return std::make_unique<CsvRows>(profile, std::move(next), std::move(source), findings);
}

}  // namespace vigie
