#include "cli/loading/agreement_files.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include "engine/agreement/check_set.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

[[noreturn]] void refuse(const std::string& file, const std::string& why) {
  const Fault fault{FaultCode::file_unreadable, {{"file", file}, {"why", why}}, {.file = file}, {}};
  throw std::runtime_error(message_of(fault, Language::en));
}

std::vector<std::string> files_in(const std::string& path) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(path)) return {path};
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator{path}) {
    const auto extension = entry.path().extension();
    if (entry.is_regular_file() && (extension == ".yaml" || extension == ".yml")) {
      files.push_back(entry.path().string());
    }
  }
  if (files.empty()) refuse(path, "there is no .yaml file in this folder");
  std::sort(files.begin(), files.end());
  return files;
}

/// One byte more than a document may have is enough to refuse it.
std::string text_of(const std::string& file) {
  std::ifstream stream{file, std::ios::binary};
  if (!stream) refuse(file, std::generic_category().message(errno));
  std::string text(yaml_most_bytes + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (stream.bad()) refuse(file, std::generic_category().message(errno));
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return text;
}

template <class T>
void append(std::vector<T>& all, std::vector<T>& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Two versions of one agreement may surprise in the same words at the same place: said once.
void drop_repeated(std::vector<Warning>& warnings) {
  std::vector<Warning> said;
  for (Warning& warning : warnings) {
    const bool known = std::any_of(said.begin(), said.end(), [&](const Warning& one) {
      return one.code == warning.code && one.place == warning.place &&
             one.arguments == warning.arguments;
    });
    if (!known) said.push_back(std::move(warning));
  }
  warnings = std::move(said);
}

}  // namespace

AgreementFiles read_agreement_files(const std::vector<std::string>& paths,
                                    const AgreementWorld& world) {
  AgreementFiles files;
  for (const auto& path : paths) {
    for (const auto& file : files_in(path)) {
      const auto [held, is_new] = files.texts.emplace(file, std::string{});
      if (!is_new) continue;
      held->second = text_of(file);
      auto read = read_agreement(held->second, file, world);
      append(files.faults, read.faults);
      append(files.warnings, read.warnings);
      if (read.agreement) files.agreements.push_back(*std::move(read.agreement));
    }
  }
  auto together = check_agreements(files.agreements);
  append(files.faults, together.faults);
  append(files.warnings, together.warnings);
  drop_repeated(files.warnings);
  return files;
}

}  // namespace vigie
