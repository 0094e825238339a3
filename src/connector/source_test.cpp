#include "connector/source.h"
#include "vocabulary/fault.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace vigie {
namespace {

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(compressBound(text.size()) + 64, '\0');
  std::string input = text;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  return packed;
}

std::string long_text() {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "line " + std::to_string(i * 7919) + "\n";
  return text;
}

std::string read_all(Source& source) {
  std::string text;
  for (std::string_view piece = source.next(); !piece.empty(); piece = source.next()) {
    text += piece;
  }
  return text;
}

/// What a source of these bytes gives, or the code of its refusal.
std::string read(const std::string& bytes) {
  std::istringstream input{bytes};
  try {
    auto source = open_source("-", input);
    if (!source) return std::string{key_of(source.error().code)};
    return read_all(**source);
  } catch (const SourceBroken& broken) {
    return "broken: " + std::string{key_of(broken.fault().code)};
  }
}

TEST(Source, reads_plain_gzip_and_zstd_alike) {
  const std::string text = long_text();
  const std::string other = "and the rest\n";
  EXPECT_TRUE(read(text) == text);
  EXPECT_TRUE(read(gzip(text)) == text);
  EXPECT_TRUE(read(zstd(text)) == text);
  EXPECT_TRUE(read(gzip(text) + gzip(other)) == text + other) << "two gzip members";
  EXPECT_TRUE(read(zstd(text) + zstd(other)) == text + other) << "two zstd frames";
  EXPECT_TRUE(read(gzip(text) + std::string(512, '\0')) == text) << "padded with zeros";
  EXPECT_EQ(read(""), "");
  EXPECT_EQ(read(gzip("")), "");
  EXPECT_EQ(read(zstd("")), "");
  EXPECT_EQ(read("\x1f"), "\x1f");
}

TEST(Source, what_is_cut_short_or_damaged_is_the_worlds_fault) {
  const std::string text = long_text();
  for (const std::string& packed : {gzip(text), zstd(text)}) {
    for (const std::size_t kept : {packed.size() / 2, packed.size() - 1, std::size_t{9}}) {
      EXPECT_EQ(read(packed.substr(0, kept)), "broken: archive_truncated") << kept;
    }
    std::string damaged = packed;
    for (std::size_t i = packed.size() / 2; i < packed.size() / 2 + 40; ++i) damaged[i] = '\x55';
    EXPECT_EQ(read(damaged), "broken: archive_damaged");
    EXPECT_EQ(read(packed + "trailing words"), "broken: archive_damaged");
  }
}

TEST(Source, refuses_what_it_does_not_read) {
  EXPECT_EQ(read("PK\x03\x04rest"), "archive_unknown");
  EXPECT_EQ(read("BZh91AY"), "archive_unknown");
  std::istringstream none;
  for (const char* path : {"no/such/file.csv", "src"}) {
    const auto source = open_source(path, none);
    ASSERT_FALSE(source) << path;
    EXPECT_EQ(source.error().code, FaultCode::file_unreadable) << path;
    EXPECT_NE(message_of(source.error(), Language::fr).find(path), std::string::npos);
  }
}

TEST(Source, says_how_far_it_is) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("vigie_source_test_" + std::to_string(getpid()) + ".gz");
  const std::string packed = gzip(long_text());
  std::ofstream{path, std::ios::binary} << packed;
  std::istringstream none;
  auto source = open_source(path.string(), none);
  ASSERT_TRUE(source);
  EXPECT_EQ((*source)->bytes_total(), packed.size());
  EXPECT_TRUE(read_all(**source) == long_text());
  EXPECT_EQ((*source)->bytes_read(), packed.size());
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace vigie
