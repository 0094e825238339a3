// Calls of monitoring tools: any body under any profile is told as alerts, or refused with
// pointers.
#include "notation/source/alert_payload.h"
#include "target.h"

namespace vigie {

namespace {

class NoZones final : public ZoneSource {
 public:
  const Zone* find(std::string_view) override { return nullptr; }
  std::string version() const override { return "none"; }
};

void judge(const PayloadRead& read, const JsonRoad& road) {
  for (const JsonFault& fault : road.faults()) {
    must(!message_of(fault, Language::fr).empty(), "each fault has its sentence");
    must(fault.pointer.empty() || fault.pointer.front() == '/', "a pointer of RFC 6901");
  }
  for (const AlertSaid& said : read.said) {
    must(!said.fingerprint.empty() && said.fingerprint.size() <= 200, "what it is of");
    for (const std::string* text : {&said.fingerprint, &said.item, &said.customer, &said.title}) {
      must(text->find('\0') == std::string::npos, "no NUL reaches the database");
    }
    must(said.weight >= 1 && said.weight <= whole_alert, "a weight out of a thousand");
    must(!said.item.empty() || said.finding.has_value(), "no item, and why");
    must(said.began || said.ended, "it says when");
    for (const auto& at : {said.began, said.ended}) must(!at || is_understood(*at), "an instant");
  }
}

}  // namespace

/// A digit for the kind, a profile up to a line of `---`, a body.
void try_bytes(std::string_view bytes) {
  if (bytes.empty()) return;
  constexpr std::string_view between = "\n---\n";
  constexpr std::size_t kinds = 4;
  const auto kind = static_cast<SourceKind>(static_cast<unsigned char>(bytes.front()) % kinds);
  const std::size_t cut = bytes.find(between);
  const std::string_view profile = cut == std::string_view::npos ? "" : bytes.substr(1, cut - 1);
  NoZones zones;
  const SourceProfileRead read = source_profile_from(kind, profile, zones);
  must(read.profile.has_value() == read.faults.empty(), "a profile, or faults");
  if (!read.profile) return;
  JsonRoad road{JsonBounds{.items = 20, .characters = 200}};
  const PayloadToRead payload{
      .body = bytes.substr(cut == std::string_view::npos ? 1 : cut + between.size()),
      .profile = *read.profile,
      .zones = zones,
      .heard_at = Instant{std::chrono::hours{500'000}}};
  judge(alerts_from(payload, road), road);
}

}  // namespace vigie
