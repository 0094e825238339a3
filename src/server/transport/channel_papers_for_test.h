// Certificates, for tests.
#pragma once

#include <filesystem>
#include <string>

#include "server/transport/channel_tls.h"

namespace vigie {

/// A folder with certificates that sign themselves; gone with this object.
class PapersForTest {
 public:
  PapersForTest();
  ~PapersForTest();
  PapersForTest(const PapersForTest&) = delete;
  PapersForTest& operator=(const PapersForTest&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  /// Good for an hour, for 127.0.0.1.
  TlsFiles make(const std::string& name) const;
  std::string write(const std::string& name, const std::string& text) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace vigie
