#include "store/history/history_file.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <fstream>
#include <memory>

#include "store/history/block_digest.h"
#include "store/history/history_layout.h"
#include "store/history/mapped_file.h"
#include "vocabulary/fault.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

Fault refusal(FaultCode code, const std::string& path) {
  Fault fault;
  fault.code = code;
  fault.arguments = {{"file", path}};
  fault.place.file = path;
  return fault;
}

/// A mapped file whose header was read.
struct Mapped {
  std::shared_ptr<const MappedFile> file;
  HistoryHeader header;

  std::span<const char> bytes(HistorySection section) const {
    const SectionPlace& place = header.sections[static_cast<std::size_t>(section)];
    return file->bytes().subspan(place.offset, place.bytes);
  }
  template <class T>
  std::span<const T> values(HistorySection section) const {
    const auto all = bytes(section);
    return {reinterpret_cast<const T*>(all.data()), all.size() / sizeof(T)};
  }
};

bool is_made_here(const HistoryHeader& header) {
  return header.byte_order == history_byte_order && header.format == history_format &&
         header.vocabulary == vocabulary_digest();
}

bool all_zero(std::span<const char> bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte == 0; });
}

/// Sections one after the other, zeros between them, up to the end of the file.
bool is_laid_out(const Mapped& mapped) {
  const std::uint64_t size = mapped.file->bytes().size();
  std::uint64_t expected = aligned(sizeof(HistoryHeader));
  std::uint64_t end = sizeof(HistoryHeader);
  for (const SectionPlace& place : mapped.header.sections) {
    if (place.offset != expected || expected > size) return false;
    if (place.bytes > size - expected) return false;
    if (!all_zero(mapped.file->bytes().subspan(end, place.offset - end))) return false;
    end = place.offset + place.bytes;
    expected = aligned(end);
  }
  return expected == size && all_zero(mapped.file->bytes().subspan(end));
}

bool is_whole(const Mapped& mapped) {
  const auto digests = mapped.values<std::uint64_t>(HistorySection::digests);
  const auto digest_bytes = mapped.bytes(HistorySection::digests);
  if (digest_of(digest_bytes, 2) != mapped.header.digest_of_digests) return false;
  std::array<std::span<const char>, history_sections - 1> sections;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    sections[i] = mapped.bytes(static_cast<HistorySection>(i));
  }
  const auto found = digests_of(sections);
  return std::equal(found.begin(), found.end(), digests.begin(), digests.end());
}

/// That the columns have one length and the counts of the header: what digests do not say.
bool is_consistent(const Mapped& mapped) {
  const std::uint64_t events = mapped.header.position;
  const auto has = [&](HistorySection section, std::uint64_t count, std::size_t size) {
    return mapped.bytes(section).size() == count * size;
  };
  using enum HistorySection;
  return has(at, events, 8) && has(party, events, 4) && has(team, events, 4) &&
         has(person, events, 4) && has(value, events, 4) && has(word, events, 1) &&
         has(attribute, events, 1) && has(marks, events, 1) &&
         has(places, mapped.header.tickets, sizeof(TicketPlace)) &&
         has(name_begins, mapped.header.names + 1, 4);
}

void read_findings(std::string_view text, Findings& findings) {
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const auto take = [&line] {
      const std::string_view field = line.substr(0, line.find('\t'));
      line.remove_prefix(std::min(line.size(), field.size() + 1));
      return field;
    };
    const auto code = from_key<FindingCode>(take());
    const std::string_view written = take();
    std::uint64_t count = 0;
    std::from_chars(written.data(), written.data() + written.size(), count);
    if (!code) continue;
    findings.add(*code, {}, count);
    while (!line.empty()) findings.add(*code, take(), 0);
  }
}

StoredHistories histories_in(const Mapped& mapped) {
  using enum HistorySection;
  StoredHistories stored;
  stored.places = mapped.values<TicketPlace>(places);
  stored.by_name = mapped.values<std::uint32_t>(by_name);
  stored.events = {.at = mapped.values<std::int64_t>(at),
                   .party = mapped.values<std::uint32_t>(party),
                   .team = mapped.values<std::uint32_t>(team),
                   .person = mapped.values<std::uint32_t>(person),
                   .value = mapped.values<std::uint32_t>(value),
                   .word = mapped.values<std::uint8_t>(word),
                   .attribute = mapped.values<std::uint8_t>(attribute),
                   .marks = mapped.values<std::uint8_t>(marks),
                   .rare = mapped.values<RareFields>(rare),
                   .next = {}};
  const Instant last{Duration{mapped.header.last_event}};
  if (last != Instant::min()) stored.last_event = last;
  return stored;
}

}  // namespace

bool is_history_file(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  std::array<char, history_magic.size()> first{};
  file.read(first.data(), first.size());
  return file.gcount() == static_cast<std::streamsize>(first.size()) &&
         std::string_view{first.data(), first.size()} == history_magic;
}

Result<HistoryFile> open_history_file(const std::string& path) {
  Mapped mapped{std::make_shared<const MappedFile>(path), {}};
  const auto bytes = mapped.file->bytes();
  if (bytes.size() < sizeof(HistoryHeader)) return refusal(FaultCode::columns_truncated, path);
  std::memcpy(&mapped.header, bytes.data(), sizeof(HistoryHeader));
  if (!is_made_here(mapped.header)) return refusal(FaultCode::columns_foreign, path);
  if (mapped.header.digest != header_digest(mapped.header)) {
    return refusal(FaultCode::columns_damaged, path);
  }
  if (mapped.header.file_bytes != bytes.size()) return refusal(FaultCode::columns_truncated, path);
  const bool sound = is_laid_out(mapped) && is_whole(mapped) && is_consistent(mapped);
  if (!sound) return refusal(FaultCode::columns_damaged, path);
  const NameColumns names{.begins = mapped.values<std::uint32_t>(HistorySection::name_begins),
                          .bytes = mapped.values<char>(HistorySection::name_bytes),
                          .slots = mapped.values<std::uint32_t>(HistorySection::name_slots)};
  HistoryFile opened{.histories = Histories{histories_in(mapped), mapped.file},
                     .names = Names{names, mapped.file},
                     .findings = {},
                     .rows = std::nullopt,
                     .position = mapped.header.position,
                     .outages = {}};
  const auto findings = mapped.bytes(HistorySection::findings);
  read_findings({findings.data(), findings.size()}, opened.findings);
  const auto outages = mapped.bytes(HistorySection::outages);
  opened.outages.assign(outages.data(), outages.size());
  if (mapped.header.rows != 0) opened.rows = mapped.header.rows;
  return opened;
}

}  // namespace vigie
