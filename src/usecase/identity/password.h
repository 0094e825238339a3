// Passwords: what they must be, and the slow work of checking them.
#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <string_view>

#include "usecase/refused.h"

namespace vigie {

/// Whom a password must not be guessed from.
struct PasswordOwner {
  std::string_view name;
  std::string_view email;
};

/// 12 to 256 characters, and neither the name nor the address of its owner, whatever the case.
/// Refused, in this order: password_short, password_is_name.
std::optional<Refused> weakness_of(std::string_view password, const PasswordOwner& owner);

/// argon2id of 19 MiB and two passes, tens of milliseconds each: so few at once that signing in
/// never takes all that answers. Used by any number of threads. Source: RFC 9106; OWASP password
/// storage, argon2id.
class PasswordChecks {
 public:
  explicit PasswordChecks(std::int64_t most);

  /// A place for one check as long as it lives.
  class Place {
   public:
    explicit Place(std::atomic<std::int64_t>& taken) : taken_{&taken} {}
    Place(Place&& other) noexcept : taken_{std::exchange(other.taken_, nullptr)} {}
    Place& operator=(Place&&) = delete;
    ~Place() {
      if (taken_ != nullptr) --*taken_;
    }

   private:
    std::atomic<std::int64_t>* taken_;
  };
  /// Refused: too_busy.
  Outcome<Place> take_place();

  /// Whether `password` is the one of `digest`. Without a digest it takes as long, and is not.
  bool match(const std::optional<std::string>& digest, std::string_view password) const;
  /// How many were made, whoever asked.
  std::int64_t made() const { return made_; }
  /// The digest to keep, with its salt.
  static std::string digest_of_password(std::string_view password);

 private:
  std::int64_t most_;
  std::atomic<std::int64_t> taken_{0};
  mutable std::atomic<std::int64_t> made_{0};
  std::string of_nobody_;
};

}  // namespace vigie
