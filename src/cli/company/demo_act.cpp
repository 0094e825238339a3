#include "cli/company/demo_act.h"

#include "cli/console/at_the_machine.h"
#include "engine/base/fill.h"
#include "store/identity/account.h"
#include "usecase/identity/gate.h"
#include "vocabulary/http.h"

namespace vigie {

Caller demo_program() {
  Caller caller = at_the_machine();
  caller.origin.clear();
  return caller;
}

Caller demo_person(const DemoWork& work, UserRole role) {
  Caller caller = demo_program();
  work.here.database.read([&](Connection& rows) {
    const auto account = account_by_reference(rows, Scope::whole(), key_of(role));
    if (!account) throw std::runtime_error("the demo company has nobody for a role");
    caller.account = account->key;
    caller.rights = Gate::rights_of(rows, account->key);
  });
  return caller;
}

std::string told_in_words(const Refused& refused) {
  std::string words = fill(word_of(refused.refusal, Language::en), refused.arguments);
  for (const Fault& fault : refused.faults) words += "; " + message_of(fault, Language::en);
  return words;
}

}  // namespace vigie
