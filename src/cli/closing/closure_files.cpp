#include "cli/closing/closure_files.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include "notation/closure/closure_file.h"

namespace vigie {

namespace {

std::vector<std::string> files_in(const std::string& folder) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::directory_iterator{folder}) {
    if (entry.is_regular_file() && entry.path().extension() == ".json") {
      files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string text_of(const std::string& file) {
  std::ifstream stream{file, std::ios::binary};
  if (!stream) {
    throw std::runtime_error("cannot read " + file + ": " + std::generic_category().message(errno));
  }
  return {std::istreambuf_iterator<char>{stream}, {}};
}

}  // namespace

ClosureShelf read_closure_files(const std::string& folder, const Terms& terms) {
  std::vector<ShelvedClosure> read;
  ClosureShelf shelf;
  for (const std::string& file : files_in(folder)) {
    auto closure = read_closure(text_of(file), file);
    if (closure) {
      read.push_back({.file = file, .closure = std::move(closure).value()});
    } else {
      shelf.faults.push_back(closure.error());
    }
  }
  if (!shelf.faults.empty()) return shelf;
  return shelve(std::move(read), terms);
}

}  // namespace vigie
