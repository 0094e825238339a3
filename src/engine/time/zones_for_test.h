// The zones of the system, for the tests of the engine: tests alone may open files here.
#pragma once

#include <fstream>
#include <iterator>
#include <map>
#include <span>
#include <string>

#include "engine/time/zone.h"

namespace vigie {

class ZonesForTest : public ZoneSource {
 public:
  const Zone* find(std::string_view name) override {
    if (name.empty()) return nullptr;
    const auto known = zones_.find(name);
    if (known != zones_.end()) return &known->second;
    std::ifstream file{"/usr/share/zoneinfo/" + std::string{name}, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    auto zone = Zone::from_tzif(std::string{name}, std::as_bytes(std::span{bytes}));
    if (!zone) return nullptr;
    return &zones_.emplace(name, std::move(zone).value()).first->second;
  }
  std::string version() const override { return "of the system"; }
  std::vector<std::string> names() const override { return {"Europe/London", "Europe/Paris"}; }

 private:
  std::map<std::string, Zone, std::less<>> zones_;
};

}  // namespace vigie
