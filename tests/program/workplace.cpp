#include "program/workplace.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace vigie::program {

namespace fs = std::filesystem;

Workplace::Workplace() {
  std::string name = (fs::temp_directory_path() / "vigie_test_XXXXXX").string();
  folder_ = mkdtemp(name.data());
  for (const char* seen : {"docs", "cases"}) {
    if (fs::exists(seen)) fs::create_directory_symlink(fs::absolute(seen), folder_ / seen);
  }
}

Workplace::~Workplace() { fs::remove_all(folder_); }

void Workplace::write(const std::string& file, const std::string& text) const {
  fs::create_directories((folder_ / file).parent_path());
  std::ofstream{folder_ / file, std::ios::binary} << text;
}

Ran Workplace::run(const std::string& command, const std::string& language) const {
  const fs::path script = folder_.string() + ".sh";
  // The program says what of VIGIE_* it does not know: what these tests are told is not for it.
  std::ofstream{script} << "cd '" << folder_.string() << "' && unset LANG LC_ALL NO_COLOR\n"
                        << "unset ${!VIGIE_*}\n"
                        << "export VIGIE_LANG=" << language
                        << " LC_CTYPE=C.UTF-8 COLUMNS=100 PATH='" VIGIE_FOLDER "':\"$PATH\"\n"
                        << command << "\n";
  FILE* pipe = popen(("bash '" + script.string() + "' 2>&1 </dev/null").c_str(), "r");
  Ran ran;
  std::array<char, 4096> part{};
  while (const std::size_t read = fread(part.data(), 1, part.size(), pipe)) {
    ran.output.append(part.data(), read);
  }
  const int status = pclose(pipe);
  fs::remove(script);
  ran.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  return ran;
}

std::set<std::string> Workplace::files() const {
  std::set<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator{folder_}) {
    if (entry.is_regular_file()) files.insert(fs::relative(entry.path(), folder_).string());
  }
  return files;
}

std::string text_of(const fs::path& path) {
  std::ifstream in{path, std::ios::binary};
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

}  // namespace vigie::program
