#include "cli/operation/dump_reader.h"

#include <boost/json.hpp>

#include "cli/operation/dump_lines.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace json = boost::json;

namespace {

constexpr std::size_t longest_line = std::size_t{1} << 30U;

Fault fault(FaultCode code, std::vector<std::pair<std::string, std::string>> arguments) {
  return {.code = code,
          .arguments = std::move(arguments),
          .place = {},
          .cures = {{.write = "vigie dump", .means = CureWord::dump_again}}};
}

std::optional<std::byte> digit_of(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::byte>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::byte>(c - 'a' + 10);
  return std::nullopt;
}

bool append_bytes(std::vector<std::byte>& bytes, std::string_view digits) {
  if (digits.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    const auto high = digit_of(digits[i]);
    const auto low = digit_of(digits[i + 1]);
    if (!high || !low) return false;
    bytes.push_back(*high << 4U | *low);
  }
  return true;
}

std::optional<ColumnForm> form_from(std::string_view key) {
  for (const ColumnForm form : {ColumnForm::whole, ColumnForm::text, ColumnForm::bytes}) {
    if (key_of_form(form) == key) return form;
  }
  return std::nullopt;
}

}  // namespace

/// One line at a time; what it gave is valid until the next.
struct DumpReader::Parsed {
  json::stream_parser parser;
  json::value value;
  std::vector<std::vector<std::byte>> bytes;

  bool read(std::string_view line) {
    json::error_code error;
    parser.reset();
    parser.write(line.data(), line.size(), error);
    if (!error) parser.finish(error);
    if (error) return false;
    value = parser.release();
    return true;
  }
  const json::value* at(std::string_view key) const {
    return value.is_object() ? value.get_object().if_contains(key) : nullptr;
  }
  std::optional<std::int64_t> whole(std::string_view key) const {
    const json::value* const found = at(key);
    if (found == nullptr || !found->is_int64()) return std::nullopt;
    return found->get_int64();
  }
  std::string_view text(std::string_view key) const {
    const json::value* const found = at(key);
    if (found == nullptr || !found->is_string()) return {};
    return {found->get_string().data(), found->get_string().size()};
  }
  /// None: not of that form.
  std::optional<Parameter> parameter(const json::value& held, ColumnForm form,
                                     std::vector<std::byte>& room) const {
    if (held.is_null()) return Parameter{};
    if (form == ColumnForm::whole) {
      return held.is_int64() ? std::optional{Parameter{held.get_int64()}} : std::nullopt;
    }
    if (!held.is_string()) return std::nullopt;
    const std::string_view written{held.get_string().data(), held.get_string().size()};
    if (form == ColumnForm::text) return Parameter{written};
    room.clear();
    if (!append_bytes(room, written)) return std::nullopt;
    return Parameter{BytesView{room}};
  }
};

DumpReader::DumpReader(std::function<std::unique_ptr<Source>()> open, std::string name)
    : open_{std::move(open)}, name_{std::move(name)}, parsed_{std::make_unique<Parsed>()} {
  rewind();
}

DumpReader::~DumpReader() = default;

void DumpReader::rewind() {
  source_ = open_();
  digest_ = std::make_unique<Digest>();
  piece_ = {};
  number_ = tables_ = rows_ = 0;
  has_line_ = false;
  read_head();
}

void DumpReader::refuse_line() const {
  throw DumpRefused{
      fault(FaultCode::dump_malformed, {{"file", name_}, {"line", std::to_string(number_)}})};
}

void DumpReader::refuse_table() { refuse_line(); }

/// The next line without its end; what follows the last one is a dump that was cut.
std::string_view DumpReader::next_line() {
  line_.clear();
  while (true) {
    const std::size_t end = piece_.find('\n');
    line_ += piece_.substr(0, end);
    if (line_.size() > longest_line) refuse_line();
    if (end != std::string_view::npos) {
      piece_.remove_prefix(end + 1);
      ++number_;
      return line_;
    }
    piece_ = source_->next();
    if (piece_.empty()) throw DumpRefused{fault(FaultCode::dump_truncated, {{"file", name_}})};
  }
}

void DumpReader::read_head() {
  const std::string_view line = next_line();
  if (!parsed_->read(line) || parsed_->text("dump") != "vigie") {
    throw DumpRefused{fault(FaultCode::dump_unknown, {{"file", name_}})};
  }
  if (parsed_->text("content") == "effective") {
    throw DumpRefused{fault(FaultCode::dump_effective, {{"file", name_}})};
  }
  const auto step = parsed_->whole("step");
  if (parsed_->whole("format") != dump_format || !step || *step < 1 || *step > 1'000'000) {
    refuse_line();
  }
  step_ = static_cast<int>(*step);
  digest_->add(line);
  digest_->add("\n");
}

void DumpReader::read_end() {
  const bool is_whole = parsed_->whole("tables") == tables_ && parsed_->whole("rows") == rows_ &&
                        parsed_->text("digest") == digest_->text();
  if (!is_whole) throw DumpRefused{fault(FaultCode::dump_altered, {{"file", name_}})};
}

std::optional<DumpedTable> DumpReader::next_table() {
  if (!has_line_ && !parsed_->read(next_line())) refuse_line();
  has_line_ = false;
  if (parsed_->at("end") != nullptr) {
    read_end();
    return std::nullopt;
  }
  digest_->add(line_);
  digest_->add("\n");
  ++tables_;
  const json::value* const columns = parsed_->at("columns");
  const auto last = parsed_->whole("last_number");
  if (!last || columns == nullptr || !columns->is_object()) refuse_line();
  table_ = {.name = std::string{parsed_->text("table")}, .columns = {}, .last_number = *last};
  for (const auto& [name, form] : columns->get_object()) {
    const auto known = form.is_string()
                           ? form_from({form.get_string().data(), form.get_string().size()})
                           : std::nullopt;
    if (!known) refuse_line();
    table_.columns.push_back({std::string{name.data(), name.size()}, *known});
  }
  parsed_->bytes.resize(table_.columns.size());
  return table_;
}

bool DumpReader::next_row(std::span<Parameter> values) {
  if (!parsed_->read(next_line())) refuse_line();
  if (!parsed_->value.is_array()) {
    has_line_ = true;
    return false;
  }
  const json::array& held = parsed_->value.get_array();
  if (held.size() != values.size()) refuse_line();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto value = parsed_->parameter(held[i], table_.columns[i].form, parsed_->bytes[i]);
    if (!value) refuse_line();
    values[i] = *value;
  }
  digest_->add(line_);
  digest_->add("\n");
  ++rows_;
  return true;
}

}  // namespace vigie
