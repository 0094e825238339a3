// The files of the web app, kept in the program.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace vigie {

/// Where bytes are among those of all files.
struct AppBytes {
  std::size_t from = 0;
  std::size_t size = 0;  // 0: the file is not kept in this form
};

struct AppFile {
  std::string_view path;  // "/index.html"
  std::string_view media_type;
  std::string_view tag;  // names these bytes
  AppBytes plain;
  AppBytes gzip;
  AppBytes brotli;
  bool is_for_ever = false;  // its name changes when it does
};

/// All of them, by path; none when the program was built without the app.
std::span<const AppFile> app_files();

std::string_view app_bytes(const AppBytes& bytes);

}  // namespace vigie
