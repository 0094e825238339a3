#include "connector/import.h"

#include <filesystem>
#include <sstream>

#include "connector/ahead.h"
#include "connector/source.h"
#include "engine/base/near_words.h"
#include "notation/ndjson_events.h"
#include "notation/profile/export_rows.h"
#include "notation/profile/gathering.h"
#include "notation/profile/probe.h"
#include "notation/stream/text_pieces.h"
#include "notation/yaml.h"
#include "vocabulary/fault.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

constexpr std::size_t longest_event_line = std::size_t{1} << 20;

/// A file is read and expanded ahead of its parse; what somebody types comes when it comes.
std::unique_ptr<Source> ahead_of(std::unique_ptr<Source> source, const std::string& path) {
  return path == "-" ? std::move(source) : read_ahead(std::move(source));
}

NextPiece pieces_of(Source& source, const ImportRequest& request) {
  return [&source, &request] {
    const std::string_view piece = source.next();
    if (request.progress) request.progress(source.bytes_read(), source.bytes_total());
    return piece;
  };
}

std::string name_of(const std::string& path) { return path == "-" ? "standard input" : path; }

/// How findings name the file: without its folders, which are the same for all of them.
std::string short_name_of(const ImportRequest& request) {
  if (request.path != "-") return std::filesystem::path{request.path}.filename().string();
  return request.name.empty() ? name_of(request.path) : request.name;
}

/// One more row; false when that is more than is allowed.
bool count_row(const ImportRequest& request, Import& import) {
  ++import.rows;
  import.is_too_long = request.most_rows > 0 && import.rows > request.most_rows;
  return !import.is_too_long;
}

void import_canonical(const ImportRequest& request, Source& source, Names& names, Import& import) {
  LineReader lines{pieces_of(source, request), Encoding::utf_8, longest_event_line};
  EventLineReader events{short_name_of(request), names, import.histories, import.outages,
                         import.findings};
  LineReader::Line line;
  while (lines.next(line)) {
    const bool is_first = import.rows == 0;
    const std::size_t begin = line.text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) continue;
    if (is_first && line.text[begin] != '{') {
      Fault fault;
      fault.code = FaultCode::profile_missing;
      fault.arguments.emplace_back("file", name_of(request.path));
      fault.place = {name_of(request.path), static_cast<int>(line.number), 1, 1};
      import.faults.push_back(std::move(fault));
      return;
    }
    if (!count_row(request, import)) return;
    if (line.is_too_long) {
      import.findings.add(FindingCode::line_unreadable,
                          short_name_of(request) + ":" + std::to_string(line.number));
    } else {
      events.read(line.text, line.number);
    }
  }
}

/// The zone that the profile names; null when it has a fixed offset, or with a fault.
const Zone* zone_of(const ImportRequest& request, std::vector<Fault>& faults) {
  const std::string& name = request.profile->stamps.zone;
  if (name.empty()) return nullptr;
  const Zone* zone = request.zones.find(name);
  if (zone != nullptr) return zone;
  Fault fault;
  fault.code = FaultCode::unknown_zone;
  fault.arguments.emplace_back("zone", name);
  fault.place = request.profile->zone_place;
  fault.cures = cures_near(name, request.zones.names());
  faults.push_back(std::move(fault));
  return nullptr;
}

void import_export(const ImportRequest& request, Source& source, Names& names, Import& import) {
  const Zone* zone = zone_of(request, import.faults);
  if (!import.faults.empty()) return;
  const Profile& profile = *request.profile;
  const auto rows =
      export_rows(profile, pieces_of(source, request), short_name_of(request), import.findings);
  import.faults = rows->begin();
  if (!import.faults.empty()) return;
  const GatheringRequest asked{profile, zone, short_name_of(request)};
  const auto take_all = [&](auto& gathering) {
    std::vector<std::string_view> cells;
    std::uint64_t line = 0;
    while (rows->next(cells, line)) {
      if (!count_row(request, import)) return;
      gathering.take(cells, line);
    }
    import.faults = rows->finish();
  };
  if (profile.probe) {
    ProbeGathering gathering{asked, names, import.findings};
    take_all(gathering);
    if (import.faults.empty() && !import.is_too_long) gathering.give(import.outages);
    return;
  }
  Gathering gathering{asked, names, import.findings};
  take_all(gathering);
  if (import.is_too_long) return;
  if (import.faults.empty()) import.faults = gathering.give(import.histories);
}

}  // namespace

Import import_events(const ImportRequest& request, Names& names) {
  Import import;
  auto opened = open_source(request.path, request.standard_input);
  if (!opened) {
    if (opened.error().code == FaultCode::file_unreadable) throw SourceBroken(opened.error());
    import.faults.push_back(opened.error());
    return import;
  }
  const std::unique_ptr<Source> source = ahead_of(*std::move(opened), request.path);
  if (request.profile == nullptr) {
    import_canonical(request, *source, names, import);
  } else {
    import_export(request, *source, names, import);
  }
  if (!import.faults.empty() || import.is_too_long) return import;
  import.histories.settle();
  find_links_to_nothing(import.histories, names, import.findings);
  return import;
}

ProfileRead profile_in(const std::string& path) {
  ProfileRead read;
  std::istringstream nothing;
  auto source = open_source(path, nothing);
  if (!source) {
    read.faults.push_back(source.error());
    return read;
  }
  std::string text;
  for (std::string_view piece = (*source)->next(); !piece.empty(); piece = (*source)->next()) {
    text += piece;
    if (text.size() > yaml_most_bytes) break;
  }
  YamlRead yaml = read_yaml(text, path);
  if (!yaml.root) {
    read.faults = std::move(yaml.faults);
    return read;
  }
  return profile_from(*yaml.root);
}

}  // namespace vigie
