// What is carried to a recipient at once, and what they answered.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/notice/posting.h"

namespace vigie {

/// A program to call.
struct CalledWebhook {
  Key<WebhookRow> key{};
  std::string url;
  std::vector<std::string> secrets;  // each signs; none: that of another key of the journal
};

/// One message or one call.
struct Parcel {
  std::string id;               // stable: what is carried again has the same
  std::vector<Letter> letters;  // one at least; several are a digest
  std::optional<CalledWebhook> webhook = {};
};

/// What became of a parcel on its way.
enum class Handed : std::uint8_t {
  taken,    // by who was to take it
  again,    // not this time
  away,     // nobody there: others to the same place would not be taken either
  refused,  // for good
  gone,     // and whatever else is sent there
  stopped,  // the program ends: it was not tried
};

struct Receipt {
  Handed handed{};
  std::string answer;  // why it was not taken; ours to write
};

/// A way to recipients: a connection to a server, say. Used by one thread.
class Carrier {
 public:
  virtual ~Carrier() = default;
  virtual Receipt carry(const Parcel& parcel) = 0;
};

}  // namespace vigie
