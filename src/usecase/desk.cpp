#include "usecase/desk.h"

#include "engine/base/require.h"

namespace vigie {

Act& Desk::open(ActWord word, Thing thing, std::string reference) {
  require(!act_, "a use case opens one act");
  act_.emplace(rows_, key_,
               ActOpening{.word = word,
                          .thing = thing,
                          .reference = std::move(reference),
                          .account = caller_.account,
                          .door = caller_.door,
                          .origin = caller_.origin});
  return *act_;
}

void Desk::close() {
  if (act_) act_->end();
}

std::optional<Refused> refusal_of(const Caller& caller, Permission permission) {
  if (permission == Permission::anyone) return std::nullopt;
  if (caller.rights.roles().is_empty()) return refused(Refusal::unauthenticated);
  if (caller.rights.hold(permission)) return std::nullopt;
  return refused(Refusal::not_permitted);
}

}  // namespace vigie
