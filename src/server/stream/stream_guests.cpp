#include "server/stream/stream_guests.h"

#include <algorithm>

namespace vigie {

namespace {

bool is_same(const Reach& one, const Reach& other) {
  return one.customers == other.customers && one.part == other.part && one.team == other.team &&
         one.site == other.site;
}

/// The same permissions, on the same rows.
bool is_same(const Rights& one, const Rights& other) {
  for (std::size_t i = 0; i < std::size(Vocabulary<Permission>::words); ++i) {
    const auto permission = static_cast<Permission>(i);
    if (one.hold(permission) != other.hold(permission)) return false;
    if (!std::ranges::equal(one.scope_of(permission).reaches(),
                            other.scope_of(permission).reaches(),
                            [](const Reach& a, const Reach& b) { return is_same(a, b); })) {
      return false;
    }
  }
  return true;
}

}  // namespace

EventStream StreamGuests::admit(const Caller& caller, std::optional<ShownDigest> shown,
                                std::uint64_t after) {
  auto guest = std::make_shared<Guest>();
  guest->rights = caller.rights;
  if (shown) {
    guest->shown = *std::move(shown);
    const std::scoped_lock lock{mutex_};
    guests_.push_back(guest);
  }
  return {.after = after,
          .sees =
              [guest](const EventAudience& audience) {
                return may_hear(guest->rights,
                                static_cast<const ConcernedAudience&>(audience).concerned());
              },
          .is_over = [guest] { return guest->is_over.load(); }};
}

bool StreamGuests::look_again(bool rights_changed, Instant now) {
  std::vector<std::shared_ptr<Guest>> asked;
  {
    const std::scoped_lock lock{mutex_};
    std::erase_if(guests_, [](const std::weak_ptr<Guest>& guest) { return guest.expired(); });
    for (const std::weak_ptr<Guest>& each : guests_) {
      auto guest = each.lock();
      if (guest && (rights_changed || guest->until <= now)) asked.push_back(std::move(guest));
    }
  }
  bool someone_is_over = false;
  for (const auto& guest : asked) {
    if (guest->is_over || still_stands(*guest)) continue;
    guest->is_over = true;
    someone_is_over = true;
  }
  return someone_is_over;
}

bool StreamGuests::still_stands(Guest& guest) {
  const auto admitted = gate_.look_again(guest.shown);
  if (!admitted || !is_same(admitted->caller.rights, guest.rights)) return false;
  guest.until = admitted->until;
  return true;
}

}  // namespace vigie
