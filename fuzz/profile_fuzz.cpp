// A profile of any bytes is refused with places, or read.
#include "notation/profile/profile.h"
#include "notation/yaml.h"
#include "target.h"

void vigie::try_bytes(std::string_view bytes) {
  const auto document = read_yaml(bytes, "fuzz.yaml");
  if (!document.root) return;
  const auto read = profile_from(*document.root);
  must(read.profile.has_value() == read.faults.empty(), "a profile, or faults");
  for (const Fault& fault : read.faults) {
    must(!message_of(fault, Language::en).empty(), "a fault says what is wrong");
  }
}
