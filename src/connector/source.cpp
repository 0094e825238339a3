#include "connector/source.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "connector/raw_bytes.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::string_view format;
  std::string_view cure;
};

constexpr std::string_view gzip_magic = "\x1f\x8b"sv;
constexpr std::string_view zstd_magic = "\x28\xb5\x2f\xfd"sv;
constexpr std::array foreign_archives{
    Magic{"PK\x03\x04"sv, "zip or xlsx", "unzip FILE; a workbook: save it as CSV"},
    Magic{"\xfd"
          "7zXZ\0"sv,
          "xz", "xz -dc FILE | vigie ... --events -"},
    Magic{"BZh"sv, "bzip2", "bzip2 -dc FILE | vigie ... --events -"},
    Magic{"\xd0\xcf\x11\xe0"sv, "xls", "save the workbook as CSV"},
};

Fault fault_of(FaultCode code, const std::string& file, std::string_view name,
               std::string_view argument) {
  Fault fault;
  fault.code = code;
  fault.arguments.emplace_back("file", file);
  fault.arguments.emplace_back(name, argument);
  fault.place.file = file;
  return fault;
}

Fault unreadable(const std::string& path, std::string_view why) {
  return fault_of(FaultCode::file_unreadable, path, "why", why);
}

Fault foreign_archive(const std::string& path, const Magic& magic) {
  Fault fault = fault_of(FaultCode::archive_unknown, path, "format", magic.format);
  fault.cures.push_back({std::string{magic.cure}, CureWord::read_directly, {}});
  return fault;
}

Result<std::unique_ptr<RawBytes>> open_stored(const std::string& path,
                                              std::istream& standard_input) {
  if (path == "-") {
    return std::make_unique<RawBytes>("standard input", standard_input, nullptr, std::nullopt);
  }
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return unreadable(path, "it is a folder");
  errno = 0;
  auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*file) return unreadable(path, std::strerror(errno != 0 ? errno : EIO));
  const bool is_regular = std::filesystem::is_regular_file(path, ignored);
  std::optional<std::uint64_t> total;
  if (is_regular) total = std::filesystem::file_size(path, ignored);
  std::istream& stream = *file;
  return std::make_unique<RawBytes>(path, stream, std::move(file), total);
}

}  // namespace

RawBytes::RawBytes(std::string name, std::istream& stream, std::unique_ptr<std::ifstream> owned,
                   std::optional<std::uint64_t> total)
    : name_(std::move(name)),
      owned_(std::move(owned)),
      stream_(stream),
      total_(total),
      buffer_(piece_size) {}

std::string_view RawBytes::fill() {
  stream_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  if (stream_.bad()) throw SourceBroken(unreadable(name_, "the device does not answer"));
  const auto count = static_cast<std::size_t>(stream_.gcount());
  read_ += count;
  return {buffer_.data(), count};
}

std::string_view RawBytes::peek() {
  if (!has_peeked_) peeked_ = fill();
  has_peeked_ = true;
  return peeked_;
}

std::string_view RawBytes::next() {
  if (!has_peeked_) return fill();
  has_peeked_ = false;
  return peeked_;
}

void report_truncated(const std::string& name, std::string_view format) {
  throw SourceBroken(fault_of(FaultCode::archive_truncated, name, "format", format));
}

void report_damaged(const std::string& name, std::string_view format, std::string_view why) {
  Fault fault = fault_of(FaultCode::archive_damaged, name, "format", format);
  fault.arguments.emplace_back("why", why);
  throw SourceBroken(std::move(fault));
}

Result<std::unique_ptr<Source>> open_source(const std::string& path, std::istream& standard_input) {
  auto opened = open_stored(path, standard_input);
  if (!opened) return opened.error();
  std::unique_ptr<RawBytes> stored = *std::move(opened);
  const std::string_view first = stored->peek();
  if (first.starts_with(gzip_magic)) return gunzip(std::move(stored));
  if (first.starts_with(zstd_magic)) return unzstd(std::move(stored));
  for (const Magic& magic : foreign_archives) {
    if (first.starts_with(magic.bytes)) return foreign_archive(path, magic);
  }
  return std::unique_ptr<Source>{std::move(stored)};
}

}  // namespace vigie
