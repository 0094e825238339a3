#include "store/history/history_writer.h"

#include <algorithm>
#include <limits>
#include <string>

#include "engine/base/require.h"
#include "store/history/block_digest.h"
#include "store/history/history_layout.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

template <class T>
std::span<const char> bytes_of(std::span<const T> values) {
  return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

/// "code<tab>count<tab>example..." a line; tabs and line ends inside an example become spaces.
std::string text_of(const Findings& findings) {
  std::string text;
  for (std::size_t i = 0; i < std::size(Vocabulary<FindingCode>::words); ++i) {
    const auto code = static_cast<FindingCode>(i);
    const Findings::Entry& entry = findings.of(code);
    if (entry.count == 0) continue;
    text.append(key_of(code)).append("\t").append(std::to_string(entry.count));
    for (std::string example : entry.examples) {
      std::replace_if(
          example.begin(), example.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
      text.append("\t").append(example);
    }
    text.push_back('\n');
  }
  return text;
}

using Sections = std::array<std::span<const char>, history_sections>;

Sections sections_of(const StoredHistories& stored, const NameColumns& names,
                     std::string_view findings, std::string_view outages) {
  const EventColumns& events = stored.events;
  return {bytes_of(stored.places),        bytes_of(stored.by_name), bytes_of(events.at),
          bytes_of(events.party),         bytes_of(events.team),    bytes_of(events.person),
          bytes_of(events.value),         bytes_of(events.word),    bytes_of(events.attribute),
          bytes_of(events.marks),         bytes_of(events.rare),    bytes_of(names.begins),
          bytes_of(names.bytes),          bytes_of(names.slots),    std::span<const char>{findings},
          std::span<const char>{outages}, std::span<const char>{}};
}

HistoryHeader header_of(const HistoriesToWrite& all, const Sections& sections) {
  HistoryHeader header;
  std::copy(history_magic.begin(), history_magic.end(), header.magic.begin());
  header.vocabulary = vocabulary_digest();
  header.position = all.histories.event_count();
  header.tickets = all.histories.tickets().size();
  header.names = all.names.size();
  header.rows = all.rows.value_or(0);
  const Instant last = all.histories.last_event().value_or(Instant::min());
  header.last_event = last.time_since_epoch().count();
  std::uint64_t offset = aligned(sizeof header);
  for (std::size_t i = 0; i < sections.size(); ++i) {
    header.sections[i] = {offset, sections[i].size()};
    offset = aligned(offset + sections[i].size());
  }
  header.file_bytes = offset;
  return header;
}

}  // namespace

void write_histories(const HistoriesToWrite& all,
                     const std::function<void(std::string_view)>& write) {
  const StoredHistories stored = all.histories.stored();
  require(stored.events.next.empty(), "histories are settled before they are written");
  const NameTable names = all.names.table();
  require(names.bytes.size() <= std::numeric_limits<std::uint32_t>::max(),
          "more bytes of names than one file can hold");
  const std::string findings = text_of(all.findings);
  Sections sections = sections_of(stored, names.columns(), findings, all.outages);
  const std::vector<std::uint64_t> digests =
      digests_of(std::span{sections}.first(history_sections - 1));
  sections.back() = bytes_of(std::span<const std::uint64_t>{digests});
  HistoryHeader header = header_of(all, sections);
  header.digest_of_digests = digest_of(sections.back(), 2);
  header.digest = header_digest(header);
  std::uint64_t written = 0;
  const auto give = [&](std::span<const char> bytes) {
    constexpr std::array<char, section_alignment> zeros{};
    if (!bytes.empty()) write({bytes.data(), bytes.size()});
    written += bytes.size();
    write({zeros.data(), aligned(written) - written});
    written = aligned(written);
  };
  give(bytes_of(std::span<const HistoryHeader>{&header, 1}));
  for (const auto& section : sections) give(section);
}

}  // namespace vigie
