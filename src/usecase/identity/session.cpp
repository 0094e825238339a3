#include "usecase/identity/session.h"

#include <algorithm>

#include "store/identity/rights_version.h"
#include "store/identity/session.h"

namespace vigie {

namespace {

std::optional<KeptAccount> own_account(Connection& rows, const Caller& caller) {
  if (!caller.account) return std::nullopt;
  return account_of_key(rows, *caller.account);
}

template <class List, class Holds>
std::vector<List> those(Holds holds) {
  std::vector<List> found;
  for (std::size_t i = 0; i < std::size(Vocabulary<List>::words); ++i) {
    if (holds(static_cast<List>(i))) found.push_back(static_cast<List>(i));
  }
  return found;
}

}  // namespace

Outcome<MeView> me(const Look& look) {
  const auto kept = own_account(look.rows, look.caller);
  if (!kept) return refused(Refusal::unauthenticated);
  const Rights& rights = look.caller.rights;
  return MeView{
      .reference = kept->person.reference,
      .name = kept->person.name.value_or(""),
      .email = kept->person.email.value_or(""),
      .language = kept->row.language,
      .roles = those<UserRole>([&](UserRole role) { return rights.roles().holds(role); }),
      .permissions = those<Permission>([&](Permission each) { return rights.hold(each); })};
}

Outcome<ListPage<SessionView>> sessions(const Look& look, const ListAsked& asked,
                                        const IdentityTerms& terms) {
  if (!look.caller.account) return refused(Refusal::unauthenticated);
  const Instant now = rights_version(look.rows).now;
  auto open = sessions_of(look.rows, *look.caller.account);
  std::erase_if(open, [&](const KeptSession& each) {
    return now >= each.row.seen_at + terms.session_idle ||
           now >= each.row.begun_at + terms.session_length;
  });
  return page_of_all(open, "sessions", asked, [&](const KeptSession& each) -> SessionView {
    return {.reference = each.row.reference,
            .begun_at = each.row.begun_at,
            .seen_at = each.row.seen_at,
            .peer = each.row.peer,
            .is_this = look.caller.session == each.key};
  });
}

Outcome<std::string> end_session(Desk& desk, std::string_view reference) {
  const auto kept = own_account(desk.rows(), desk.caller());
  if (!kept) return refused(Refusal::unauthenticated);
  const auto all = sessions_of(desk.rows(), kept->key);
  const auto found = std::ranges::find_if(
      all, [&](const KeptSession& each) { return each.row.reference == reference; });
  if (found == all.end()) return refused(Refusal::not_found);
  desk.open(ActWord::session_ended, Thing::account, kept->person.reference)
      .change("session", found->row.reference, std::nullopt);
  vigie::end_session(desk.rows(), found->key);
  raise_rights_version(desk.rows());
  return found->row.reference;
}

Outcome<std::string> sign_out(Desk& desk) {
  const auto kept = own_account(desk.rows(), desk.caller());
  if (!kept) return refused(Refusal::unauthenticated);
  if (!desk.caller().session) return refused(Refusal::not_found);
  desk.open(ActWord::signed_out, Thing::account, kept->person.reference);
  vigie::end_session(desk.rows(), *desk.caller().session);
  raise_rights_version(desk.rows());
  return kept->person.reference;
}

}  // namespace vigie
