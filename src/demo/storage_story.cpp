#include "demo/storage_story.h"

#include <fmt/format.h>

#include "demo/told.h"
#include "demo/weakness.h"

namespace vigie {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::string_view root = "MAJ-2025-03-12";

void open(Told& told, Instant at, std::string_view priority, std::string_view channel) {
  told.about(at, EventWord::opened, channel);
  const auto say = [&](Attribute attribute, std::string_view value) {
    told.classified(at, attribute, value, Effect::origin);
  };
  say(Attribute::kind, "incident");
  say(Attribute::priority, priority);
  say(Attribute::customer, "Groupe Médiane Santé");
  say(Attribute::site, "CHU Tours");
  say(Attribute::service, "Dossier patient");
  say(Attribute::category, "stockage");
}

History tell_root(const StoryRequest& request) {
  const Interval failure = storage_failure();
  Told told{request.names, root};
  open(told, failure.from + minutes{2}, "P1", "monitoring");
  told.at(failure.from + minutes{7}, EventWord::acknowledged);
  told.at(failure.from + minutes{25}, EventWord::declared_major);
  told.assigned(failure.from + minutes{9}, {}, "Systèmes");
  told.assigned(failure.from + hours{3}, "Kappa Matériel", {});
  told.assigned(failure.from + hours{20}, {}, "Systèmes");
  // Every hour by day; nobody writes between 22:00 and 06:00.
  for (int hour = 1; hour < 31; ++hour) {
    const bool is_night = hour > 15 && hour < 24;
    if (!is_night) told.at(failure.from + hours{hour}, EventWord::updated);
  }
  told.at(failure.to, EventWord::restored);
  told.at(failure.to + hours{2}, EventWord::resolved);
  told.at(failure.to + hours{24 * 9}, EventWord::diagnosed);
  told.at(failure.to + hours{24 * 12}, EventWord::closed);
  return told.end(request.until);
}

History tell_child(std::int64_t number, const StoryRequest& request) {
  const Interval failure = storage_failure();
  Chance chance = chance_of(request.seed, static_cast<std::uint64_t>(number) + (1ULL << 40U));
  Told told{request.names, fmt::format("{}-{:03}", root, number)};
  const Instant called = failure.from + minutes{6 + chance.below(600)};
  open(told, called, chance.happens(300) ? "P1" : "P2", "phone");
  told.assigned(called, {}, "Centre de services");
  told.at(called + minutes{1 + chance.around(4)}, EventWord::acknowledged);
  Event& child = told.related(called + minutes{30}, EventWord::related, root);
  child.relation = Relation::child_of;
  told.at(failure.to + minutes{1}, EventWord::restored);
  told.at(failure.to + minutes{20 + chance.below(200)}, EventWord::resolved);
  told.at(failure.to + hours{80}, EventWord::closed);
  return told.end(request.until);
}

}  // namespace

std::vector<History> storage_stories(std::int64_t children, const StoryRequest& request) {
  std::vector<History> stories{tell_root(request)};
  for (std::int64_t i = 1; i <= children; ++i) stories.push_back(tell_child(i, request));
  return stories;
}

}  // namespace vigie
