#include "server/api/import/import_file_reader.h"

#include <istream>
#include <streambuf>

#include "connector/import.h"
#include "connector/source.h"
#include "notation/profile/profile.h"
#include "notation/yaml.h"

namespace vigie {

namespace {

/// Pieces of bytes as a stream.
class PieceBuffer final : public std::streambuf {
 public:
  explicit PieceBuffer(const FileToRead& file) : file_{file} {}

 private:
  int_type underflow() override {
    const std::string_view piece = file_.next();
    if (piece.empty()) return traits_type::eof();
    piece_.assign(piece);
    setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
    return traits_type::to_int_type(piece_.front());
  }

  const FileToRead& file_;
  std::string piece_;
};

/// Zones that several threads ask for; what they are given stays where it is.
class SharedZones final : public ZoneSource {
 public:
  SharedZones(ZoneSource& zones, std::mutex& mutex) : zones_{zones}, mutex_{mutex} {}

  const Zone* find(std::string_view name) override {
    const std::scoped_lock lock{mutex_};
    return zones_.find(name);
  }
  std::string version() const override {
    const std::scoped_lock lock{mutex_};
    return zones_.version();
  }
  std::vector<std::string> names() const override {
    const std::scoped_lock lock{mutex_};
    return zones_.names();
  }

 private:
  ZoneSource& zones_;
  std::mutex& mutex_;
};

ProfileRead profile_of(std::string_view text) {
  YamlRead yaml = read_yaml(text, "profile");
  if (yaml.root) return profile_from(*yaml.root);
  ProfileRead read;
  read.faults = std::move(yaml.faults);
  return read;
}

}  // namespace

std::vector<Fault> ImportFileReader::check(std::string_view profile) const {
  return profile_of(profile).faults;
}

FileTold ImportFileReader::read(const FileToRead& file, Names& names) const {
  FileTold told;
  std::optional<Profile> profile;
  if (!file.profile.empty()) {
    ProfileRead read = profile_of(file.profile);
    if (!read.profile) {
      told.faults = std::move(read.faults);
      return told;
    }
    profile = std::move(read.profile);
  }
  PieceBuffer buffer{file};
  std::istream stream{&buffer};
  stream.exceptions(std::ios::badbit);  // what `next` throws passes through
  SharedZones zones{zones_, mutex_};
  try {
    Import import =
        import_events({.path = "-",
                       .profile = profile ? &*profile : nullptr,
                       .standard_input = stream,
                       .zones = zones,
                       .progress = [&](std::uint64_t done, auto) { file.progress(done); },
                       .name = std::string{file.name},
                       .most_rows = file.most_rows},
                      names);
    told.histories = std::move(import.histories);
    told.findings = std::move(import.findings);
    told.faults = std::move(import.faults);
    told.rows = import.rows;
    told.is_too_long = import.is_too_long;
  } catch (const SourceBroken& broken) {  // the bytes are here: it is the file that is cut
    told.faults = {broken.fault()};
  }
  return told;
}

}  // namespace vigie
